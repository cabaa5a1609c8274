import {
  loadText,
  stepName,
  ToldError,
  withoutPlaces,
  type GenerationSummary,
  type Text,
  type WarehouseStatus,
} from '../../contract';
import type { Engine } from '../engine';
import { adviceOf, WarehouseError } from '../errors';
import { keptLoads } from '../generations/loads';
import type { LoadReport } from '../report';
import { isStale } from '../stale';
import { openWarehouse, type Warehouse } from '../warehouse';

export interface BuildJob {
  /** Folder with the CSV files; absent: the generated sample. */
  data: string | undefined;
  /** Folder for the warehouse. */
  out: string;
  onProgress(progress: { step: string; share: number }): void;
  signal: AbortSignal;
}

export interface KeeperOptions {
  /** The folder with the CSV files, asked for anew before each build; undefined: the generated sample. */
  data(): string | undefined;
  out: string;
  /** Builds a generation, in a process of its own so that neither its memory nor its failure touches the one that serves. */
  build(job: BuildJob): Promise<void>;
  /** See `WarehouseOptions`. */
  sandboxProgram?: string;
  /** Told of what happens, for the log. */
  onEvent?(event: 'building' | 'built' | 'failed' | 'opened', detail: string): void;
}

/** Thrown while there is nothing to answer from yet; its message says how far the building has come, or why it failed. */
export class NotReadyError extends ToldError {
  override name = 'NotReadyError';
  readonly status = 503;
}

/** A failed build is tried again no sooner than this: somebody may be mending the files meanwhile. */
const RETRY_MS = 5_000;
/** How often the CSV files are looked at for changes. */
const CHECK_MS = 5 * 60_000;
const STARTING = { step: 'starting', share: 0 };
const OPENING: Text = { en: 'The warehouse is being opened.', 'pt-BR': 'O armazém de dados está sendo aberto.' };

function building({ step, share }: { step: string; share: number }): Text {
  const percent = Math.round(share * 100);
  return {
    en: `The warehouse is being built, ${percent}% (${step}). This page will show data when it is done.`,
    'pt-BR': `O armazém de dados está sendo montado, ${percent}% (${stepName(step, 'pt-BR')}). Esta página mostrará os dados quando terminar.`,
  };
}

/**
 * Keeps one warehouse served: opens the generation that is there, builds the first or a fresh one in the background when
 * it is missing or stale, and goes on serving the last good one whatever happens to a build.
 */
export class WarehouseKeeper {
  private warehouse: Warehouse | undefined;
  private progress: { step: string; share: number } | undefined;
  /** When what is under way began, in ms, by a clock that nobody sets. */
  private since = performance.now();
  private failure: { message: string; at: number } | undefined;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private opening: Promise<void> | undefined;
  /** A build has been asked for and has not begun. */
  private wanted = false;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: KeeperOptions) {
    this.timer = setInterval(() => void this.refresh(), CHECK_MS);
    this.timer.unref();
    this.running = this.start();
  }

  status(): WarehouseStatus {
    const generation = this.warehouse?.generation;
    const progress = this.progress ?? (this.wanted ? STARTING : undefined);
    if (progress) {
      const seconds = Math.floor((performance.now() - this.since) / 1000);
      return { state: 'building', progress: { ...progress, seconds }, generation, error: this.failure?.message };
    }
    if (!generation) return { state: 'failed', error: this.failure?.message ?? 'The warehouse is not open yet.' };
    return { state: 'ready', generation, error: this.failure?.message };
  }

  /** Settles once the first attempt to open or build has ended; never rejects. */
  async settled(): Promise<void> {
    await this.running;
  }

  /**
   * Calls `use` with the current generation, which stays until `use` has ended.
   *
   * @throws NotReadyError while there is no generation
   */
  async use<T>(use: (engine: Engine, generation: GenerationSummary) => Promise<T>): Promise<T> {
    // Opening takes a moment and is worth waiting for; building is not.
    if (!this.warehouse) await this.opening?.catch(() => undefined);
    if (this.warehouse) return this.warehouse.use(use);
    throw new NotReadyError(this.notReadyMessage());
  }

  /** The load reports of the generations that are kept in the folder, newest first. */
  loads(): Promise<LoadReport[]> {
    return keptLoads(this.options.out);
  }

  /** Looks whether a build is due (missing, stale, or failed a while ago) and starts it; does not wait for it. */
  refresh(): void {
    if (this.running || this.stopping.signal.aborted) return;
    if (this.failure && performance.now() - this.failure.at < RETRY_MS) return;
    this.running = this.start();
  }

  /**
   * Builds a new generation although none is due; the one that serves goes on until the new one is whole. Does not wait.
   *
   * @returns false when one is being built or opened already
   */
  rebuild(): boolean {
    if (this.progress || this.wanted || this.stopping.signal.aborted) return false;
    this.wanted = true;
    this.since = performance.now();
    // One that only looks whether a build is due finds that it is.
    this.running ??= this.start();
    return true;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
    await this.warehouse?.close();
  }

  private notReadyMessage(): Text {
    if (this.progress) return building(this.progress);
    if (!this.failure) return OPENING;
    // Everybody who asks is told this.
    const message = withoutPlaces(this.failure.message, [this.options.data() ?? '', this.options.out]);
    return { en: message, 'pt-BR': loadText(message, 'pt-BR') };
  }

  private async start(): Promise<void> {
    try {
      if (!this.warehouse) this.progress = { step: 'opening', share: 0 };
      this.opening = this.open();
      await this.opening;
      if (this.wanted || (await this.buildIsDue())) await this.build();
      this.failure = undefined;
    } catch (error) {
      this.wanted = false;
      if (this.stopping.signal.aborted) return;
      this.failure = { message: adviceOf(error), at: performance.now() };
      this.options.onEvent?.('failed', this.failure.message);
    } finally {
      this.progress = undefined;
      this.running = undefined;
    }
    // Asked for after this one had looked whether a build is due.
    if (this.wanted) await (this.running = this.start());
  }

  /** Opens what is there; nothing there, or nothing readable, is a reason to build, not a failure. */
  private async open(): Promise<void> {
    if (this.warehouse) return;
    try {
      this.warehouse = await openWarehouse(this.options.out, { sandboxProgram: this.options.sandboxProgram });
      this.options.onEvent?.('opened', this.warehouse.generation.id);
    } catch (error) {
      if (!(error instanceof WarehouseError)) throw error;
    }
  }

  private async buildIsDue(): Promise<boolean> {
    const { out } = this.options;
    const data = this.options.data();
    if (!this.warehouse) return true;
    if (data === undefined) return !this.warehouse.generation.sample;
    return isStale(data, out);
  }

  private async build(): Promise<void> {
    const { out } = this.options;
    const data = this.options.data();
    this.progress = STARTING;
    if (!this.wanted) this.since = performance.now();
    this.wanted = false;
    this.options.onEvent?.('building', data ?? 'sample');
    await this.options.build({
      data,
      out,
      onProgress: (progress) => (this.progress = progress),
      signal: this.stopping.signal,
    });
    await (this.warehouse ? this.warehouse.refresh() : this.open());
    this.options.onEvent?.('built', this.warehouse?.generation.id ?? '');
  }
}
