import { setTimeout } from 'node:timers/promises';
import { stepName, toldBy, type GenerationSummary, type ModelStatus, type Text } from '../../contract';
import { servedModel } from '../scoring/served-model';
import type { ServedModel } from '../scoring/scored';
import type { ChurnModel } from './churn-model';
import { openModelStore } from './store';

/** Nobody looks before there is a warehouse: who asks then is told so sooner. */
const LOOK_MS = 5_000;

/** Where more events are all that is new, a model learns of them at most so often. */
const LEARN_EVENTS_MS = 24 * 3_600_000;

/** What a model is trained on: a generation, and the digest of the files in it. */
export type LearntFrom = Pick<GenerationSummary, 'id' | 'files'>;

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
  private failure: Text | undefined;
  /** Whether it has been looked for a champion. */
  private looked = false;
  private noteLooked!: () => void;
  private readonly firstLook = new Promise<void>((resolve) => (this.noteLooked = resolve));
  private progress: { step: string; share: number } | undefined;
  /** When the training under way began, in ms. */
  private since = 0;
  private running: Promise<void> | undefined;
  /** A failed training is not tried again on the same data: it would fail again. `at` is of a clock that nobody sets. */
  private failedOn: (LearntFrom & { at: number }) | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly options: ModelKeeperOptions) {}

  /** Settles once it has been looked for a champion, which takes a moment after the start; in any case after some seconds. */
  async opened(): Promise<void> {
    if (this.looked || this.stopping.signal.aborted) return;
    await Promise.race([this.firstLook, setTimeout(LOOK_MS, undefined, { ref: false })]);
  }

  current(): Champion | undefined {
    return this.champion;
  }

  /** Why there is no model, or no newer one; undefined when all is well. */
  reason(): Text | undefined {
    return this.progress ? training(this.progress) : this.failure;
  }

  /** True while no model serves, but one may soon: none has been looked for yet, or one is being opened or trained. */
  coming(): boolean {
    return this.champion === undefined && (!this.looked || this.running !== undefined);
  }

  /** What serves, and how far the next one has come. */
  status(): ModelStatus {
    const { progress, failure, since } = this;
    const seconds = Math.floor((performance.now() - since) / 1000);
    const state = this.champion ? 'ready' : this.running ? 'training' : 'none';
    return {
      state,
      ...(this.champion && summaryOf(this.champion.model)),
      ...(progress ? { progress: { ...progress, seconds } } : {}),
      ...(failure !== undefined && !progress ? { reason: failure.en, reasonIn: failure } : {}),
    };
  }

  /** Trains another model on this generation, whatever serves. Does not wait; false when one is under way already. */
  retrain(generation: LearntFrom): boolean {
    if (this.running || this.stopping.signal.aborted) return false;
    this.running = this.train(generation).finally(() => (this.running = undefined));
    return true;
  }

  /**
   * Opens the champion if another one began to serve, and trains when it does not fit this generation: when it was made
   * from other files, or from fewer events a day ago. Does not wait.
   */
  follow(generation: LearntFrom): void {
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

  private async update(generation: LearntFrom): Promise<void> {
    await this.open();
    this.looked = true;
    this.noteLooked();
    if (this.fits(generation) || this.hasFailedOn(generation) || this.stopping.signal.aborted) return;
    await this.train(generation);
  }

  private fits(generation: LearntFrom): boolean {
    if (!this.champion) return false;
    const { generation: id, files, trainedAt } = this.champion.model.facts;
    return teachesNothing(generation, { id, files }, Date.now() - Date.parse(trainedAt));
  }

  private hasFailedOn(generation: LearntFrom): boolean {
    const { failedOn } = this;
    return failedOn !== undefined && teachesNothing(generation, failedOn, performance.now() - failedOn.at);
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
      this.failure = toldBy(error);
      onEvent?.('model refused', this.failure.en);
    }
  }

  private async train(generation: LearntFrom): Promise<void> {
    const { out, horizonDays, onEvent } = this.options;
    this.progress = { step: 'starting', share: 0 };
    this.since = performance.now();
    onEvent?.('training', generation.id);
    try {
      const { signal } = this.stopping;
      await this.options.train({ out, horizonDays, onProgress: (progress) => (this.progress = progress), signal });
      await this.open();
      // What it left cannot serve, or is of other data: to train at once again would end the same way.
      this.failedOn = this.fits(generation) ? undefined : { ...generation, at: performance.now() };
      onEvent?.('trained', this.champion?.model.facts.id ?? '');
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.failure = toldBy(error);
      this.failedOn = { ...generation, at: performance.now() };
      onEvent?.('training failed', this.failure.en);
    } finally {
      this.progress = undefined;
    }
  }
}

/** Whether what was learnt of a generation so many ms ago will do for another one. */
function teachesNothing(generation: LearntFrom, learnt: LearntFrom, agoMs: number): boolean {
  if (generation.id === learnt.id) return true;
  const sameFiles = generation.files !== undefined && generation.files === learnt.files;
  // What was learnt long after now was learnt before the clock was set back.
  return sameFiles && Math.abs(agoMs) < LEARN_EVENTS_MS;
}

function training({ step, share }: { step: string; share: number }): Text {
  const percent = Math.round(share * 100);
  return {
    en: `The churn model is being trained, ${percent}% (${step}). Scores will be here when it is done.`,
    'pt-BR': `O modelo de churn está sendo treinado, ${percent}% (${stepName(step, 'pt-BR')}). As pontuações estarão aqui quando terminar.`,
  };
}

function summaryOf({ facts, quality }: ChurnModel): Omit<ModelStatus, 'state'> {
  const { id, algorithm, trainedAt, horizonDays } = facts;
  const rocAuc = quality.metrics.find(({ model, metric }) => model === 'model' && metric === 'roc_auc')?.value;
  return { id, algorithm, trainedAt, horizonDays, ...(rocAuc === undefined ? {} : { rocAuc }) };
}
