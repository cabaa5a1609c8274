import type { LabelledMatrix } from '../features/matrix';
import { checkGates, hardFailures, type GateFacts } from '../gates';
import { columnOf } from '../model/derived-features';
import type { GateResult } from '../model/quality';
import { daysBetween } from '../splits';
import { TrainingRefused } from './errors';
import { countReturned } from './folds';
import type { TrainingOptions } from './options';

/** @throws TrainingRefused when there is too little data, before any time goes into learning from it */
export function checkData(options: TrainingOptions, latest: LabelledMatrix): void {
  passedGates(dataFacts(options, latest));
}

/** The gates' results. @throws TrainingRefused when a hard one fails, saying what is missing */
export function passedGates(facts: GateFacts): GateResult[] {
  const gates = checkGates(facts);
  const forbidding = hardFailures(gates);
  if (forbidding.length === 0) return gates;
  throw new TrainingRefused(forbidding.map((gate) => gate.message).join(' '), gates);
}

/** What is known of the data before training, from the customers at the latest cut. */
export function dataFacts({ generation, horizonDays }: TrainingOptions, latest: LabelledMatrix): GateFacts {
  const { regularFirstDay, regularLastDay } = generation;
  return {
    customers: latest.length,
    historyDays: daysBetween(regularFirstDay, regularLastDay) + 1,
    horizonDays,
    repeatCustomers: columnOf(latest, 'frequency').filter((days) => days > 1).length,
    daysBehind: 0,
  };
}

/** What became of the customers at all cuts. */
export function outcomesOf(matrices: readonly LabelledMatrix[]): NonNullable<GateFacts['training']> {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.length, 0);
  const returned = countReturned(matrices);
  return { returned, stayedAway: rows - returned };
}
