import type { Engine } from '../../warehouse/engine';
import type { LabelledMatrix } from '../features/matrix';
import { readLabelled, type ReadOptions } from '../features/read-features';

/** Customers with features and labels at cut dates, each read once. */
export interface LabelledCuts {
  at(cut: string): Promise<LabelledMatrix>;
}

/** Reads from the marts; the days up to each cut and the horizon after it must all be in the data. */
export function labelledCuts(engine: Engine, horizonDays: number, options: ReadOptions): LabelledCuts {
  const read = new Map<string, Promise<LabelledMatrix>>();
  return {
    at(cut) {
      const known = read.get(cut) ?? readLabelled(engine, cut, horizonDays, options);
      read.set(cut, known);
      return known;
    },
  };
}
