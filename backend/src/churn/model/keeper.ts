import type { ModelStatus } from '../../contract';
import { messageOf } from '../../warehouse';
import { servedModel } from '../scoring/served-model';
import type { ServedModel } from '../scoring/scored';
import type { ChurnModel } from './churn-model';
import { openModelStore } from './store';

export interface TrainingJob {
  /** The warehouse's folder; the model goes there, too. */
  out: string;
  horizonDays: number;
  onProgress(progress: { step: string; share: number }): void;
  signal: AbortSignal;
}

export interface ModelKeeperOptions {
  out: string;
  horizonDays: number;
  /** Trains and promotes a model, in a process of its own so that neither its memory nor its failure touches others. */
  train(job: TrainingJob): Promise<void>;
  /** Told of what happens, for the log. */
  onEvent?(event: 'training' | 'trained' | 'training failed' | 'model opened' | 'model refused', detail: string): void;
}

/** The model that serves. */
export interface Champion {
  model: ChurnModel;
  served: ServedModel;
}

/**
 * Keeps a churn model served: opens the champion that is there, trains one in the background when there is none or the
 * data has changed, and goes on serving the last good one whatever happens to a training.
 */
export class ModelKeeper {
  private champion: Champion | undefined;
  private stamp = '';
  private failure: string | undefined;
  /** Whether it has been looked for a champion. */
  private looked = false;
  private progress: { step: string; share: number } | undefined;
  private running: Promise<void> | undefined;
  /** A failed training is not tried again on the same data: it would fail again. */
  private failedOn: string | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly options: ModelKeeperOptions) {}

  current(): Champion | undefined {
    return this.champion;
  }

  /** Why there is no model, or no newer one; undefined when all is well. */
  reason(): string | undefined {
    if (this.progress) {
      const share = Math.round(this.progress.share * 100);
      return `The churn model is being trained, ${share} % (${this.progress.step}). Scores will be here when it is done.`;
    }
    return this.failure;
  }

  /** True while no model serves, but one may soon: none has been looked for yet, or one is being opened or trained. */
  coming(): boolean {
    return this.champion === undefined && (!this.looked || this.running !== undefined);
  }

  /** What serves, and how far the next one has come. */
  status(): ModelStatus {
    const { progress, failure } = this;
    const state = this.champion ? 'ready' : this.running ? 'training' : 'none';
    return {
      state,
      ...(this.champion && summaryOf(this.champion.model)),
      ...(progress ? { progress } : {}),
      ...(failure !== undefined && !progress ? { reason: failure } : {}),
    };
  }

  /** Trains another model on this generation, whatever serves. Does not wait; false when one is under way already. */
  retrain(generation: string): boolean {
    if (this.running || this.stopping.signal.aborted) return false;
    this.running = this.train(generation).finally(() => (this.running = undefined));
    return true;
  }

  /** Opens the champion if another one began to serve, and trains when it does not fit this generation. Does not wait. */
  follow(generation: string): void {
    if (this.running || this.stopping.signal.aborted) return;
    this.running = this.update(generation).finally(() => (this.running = undefined));
  }

  /** The models that are kept in the folder for this horizon, newest first. */
  kept(): Promise<ChurnModel[]> {
    return openModelStore(this.options.out).kept(this.options.horizonDays);
  }

  /** Settles when what is under way has ended; never rejects. */
  async settled(): Promise<void> {
    await this.running;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async update(generation: string): Promise<void> {
    await this.open();
    this.looked = true;
    if (this.fits(generation) || this.failedOn === generation || this.stopping.signal.aborted) return;
    await this.train(generation);
  }

  private fits(generation: string): boolean {
    return this.champion?.model.facts.generation === generation;
  }

  private async open(): Promise<void> {
    const { out, horizonDays, onEvent } = this.options;
    const store = openModelStore(out);
    const stamp = await store.stamp(horizonDays);
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    try {
      const model = await store.champion(horizonDays);
      if (!model) return;
      this.champion = { model, served: servedModel(model) };
      this.failure = undefined;
      onEvent?.('model opened', model.facts.id);
    } catch (error) {
      this.failure = messageOf(error);
      onEvent?.('model refused', this.failure);
    }
  }

  private async train(generation: string): Promise<void> {
    const { out, horizonDays, onEvent } = this.options;
    this.progress = { step: 'starting', share: 0 };
    onEvent?.('training', generation);
    try {
      const { signal } = this.stopping;
      await this.options.train({ out, horizonDays, onProgress: (progress) => (this.progress = progress), signal });
      await this.open();
      // What it left cannot serve, or is of other data: to train at once again would end the same way.
      this.failedOn = this.fits(generation) ? undefined : generation;
      onEvent?.('trained', this.champion?.model.facts.id ?? '');
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.failure = messageOf(error);
      this.failedOn = generation;
      onEvent?.('training failed', this.failure);
    } finally {
      this.progress = undefined;
    }
  }
}

function summaryOf({ facts, quality }: ChurnModel): Omit<ModelStatus, 'state'> {
  const { id, algorithm, trainedAt, horizonDays } = facts;
  const rocAuc = quality.metrics.find(({ model, metric }) => model === 'model' && metric === 'roc_auc')?.value;
  return { id, algorithm, trainedAt, horizonDays, ...(rocAuc === undefined ? {} : { rocAuc }) };
}
