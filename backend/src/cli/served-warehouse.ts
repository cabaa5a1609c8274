import type { ResolvedSettings } from '../contract';
import type { Metrics } from '../http/metrics';
import type { Served } from '../http/served';
import { Answerer } from '../queries/answer';
import { WarehouseKeeper, type KeeperOptions } from '../warehouse/keeper/keeper';
import { buildInBackground } from './background-build';

export interface ServedWarehouse extends Served {
  /** Settles once the first attempt to open or build has ended. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ServedOptions extends Pick<KeeperOptions, 'data' | 'out' | 'onEvent'> {
  settings: ResolvedSettings;
  metrics(): Metrics | undefined;
  onFault(message: string, error: unknown): void;
}

/** Puts the parts together: a warehouse that is kept built, an answerer over it, and the counting of its queries. */
export function serveWarehouse({ settings, metrics, onFault, onEvent, ...where }: ServedOptions): ServedWarehouse {
  const keeper = new WarehouseKeeper({
    ...where,
    build: buildInBackground,
    onEvent: (event, detail) => {
      onEvent?.(event, detail);
      if (event === 'opened' || event === 'built') void warmUp();
    },
  });
  const answerer = new Answerer(keeper, settings, (kind, error) => onFault(`query of kind ${kind} failed`, error));
  // The first dashboard that is opened asks for the customers as of the data's end: they are ready by then.
  const warmUp = async (): Promise<void> => {
    const now = Date.now();
    const question = { range: { from: now, to: now }, maxDataPoints: 0, fullIds: true };
    await answerer.answer({ model: { kind: 'rfm_segments' }, ...question });
  };
  return {
    settings,
    status: () => keeper.status(),
    refresh: () => keeper.refresh(),
    settled: () => keeper.settled(),
    close: () => keeper.close(),
    answer: async (question, signal) => {
      const began = performance.now();
      const answer = await answerer.answer(question, signal);
      metrics()?.countQuery(answer.kind, answer.status, (performance.now() - began) / 1000);
      return answer;
    },
  };
}
