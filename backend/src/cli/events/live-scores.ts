import type { GenerationSummary, ResolvedSettings } from '../../contract';
import { loadPlaybook, type LoadedPlaybook } from '../../churn/playbook';
import type { EventLog } from '../../events/log';
import { EventProcessor } from '../../events/process/processor';
import type { ProfileWatcher } from '../../events/watcher';
import type { ModelSource } from '../../queries/churn/model-source';
import { LiveScoring } from '../../queries/live/live-scorer';
import type { WarehouseKeeper } from '../../warehouse/keeper/keeper';

export interface LiveScoresOptions {
  /** The warehouse's folder. */
  out: string;
  settings: ResolvedSettings;
  keeper: Pick<WarehouseKeeper, 'status'>;
  /** Whether it is known which events the generation that serves holds. */
  isSettled(): boolean;
  models: ModelSource;
  /** An open log, whose events have their effect from now on. */
  log: EventLog;
  /** What makes early warnings of new scores. */
  watcher: ProfileWatcher;
  onFault(message: string, error: unknown): void;
}

/** What gives the log's events their effect. */
export interface LiveScores extends Pick<EventProcessor, 'onPrediction' | 'status'> {
  /** Gets the generation that serves ready, where events have come at all: the next one does not wait for that. */
  prepare(): Promise<void>;
  /** Ends after the batch under way; what is left waits in the log. */
  close(): Promise<void>;
}

/** Scores customers as events about them come, with the model that serves, over the generation that serves. */
export function startLiveScores(options: LiveScoresOptions): LiveScores {
  const { out, settings, keeper, isSettled, models, log, watcher, onFault } = options;
  const { store } = log;
  let playbook: Promise<LoadedPlaybook> | undefined;
  const scorer = new LiveScoring({
    out,
    store,
    settings,
    models,
    playbook: () => (playbook ??= loadPlaybook(settings.playbookFile)),
    generation: settledGeneration(keeper, isSettled),
    foldedUpTo: () => Promise.resolve(log.seqOf('folded')),
  });
  const processor = new EventProcessor({
    store,
    scorer,
    watcher,
    onProgress: (seq) => void log.progressed('processed', seq).catch((error: unknown) => onFault('events', error)),
    onFault,
  });
  const stop = log.onAppended(() => processor.wake());
  processor.start();
  return {
    onPrediction: (listener) => processor.onPrediction(listener),
    status: () => processor.status(),
    prepare: async () => {
      if (log.lastSeq() === 0) return;
      await scorer.prepare(log.seqOf('processed')).catch((error: unknown) => onFault('live scores', error));
    },
    close: async () => {
      stop();
      await processor.close();
      await scorer.close();
    },
  };
}

/**
 * Tells the generation that serves. While it is not known which events a new one holds, it is the one before: events that
 * both the new one and the log have would count twice.
 */
export function settledGeneration(
  keeper: LiveScoresOptions['keeper'],
  isSettled: () => boolean,
): () => GenerationSummary | undefined {
  let { generation } = keeper.status();
  return () => {
    if (generation === undefined || isSettled()) ({ generation } = keeper.status());
    return generation;
  };
}
