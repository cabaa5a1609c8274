import { BgNbdError } from '../bgnbd';
import type { LabelledMatrix } from '../features/matrix';
import type { FoldRow } from '../model/quality';
import type { Fold } from '../splits';
import type { TrainingRun } from '../trees';
import { fit, type Fitted } from './fit';
import { foldRow, judge, type Judged } from './fold';
import type { LabelledCuts } from './labelled-cuts';
import type { Recipe, Setup } from './recipes';

/** A fold whose model was fitted to its training cuts and judged at its evaluation cut. */
export interface JudgedFold {
  /** Without the rows that it learnt from, which would fill the memory. */
  fitted: Pick<Fitted, 'parts' | 'features'>;
  judged: Judged;
  row: FoldRow;
}

/** With fewer of either kind there is nothing to learn from, or to judge by. */
const FEWEST_OF_A_KIND = 20;

/** Fits and judges a fold; undefined when its customers are too few, or too much alike, to learn from or to judge by. */
export async function judgeFold(
  name: string,
  role: FoldRow['role'],
  fold: Fold,
  cuts: LabelledCuts,
  recipe: Recipe,
  setup: Setup,
  run: TrainingRun,
): Promise<JudgedFold | undefined> {
  const training = await Promise.all(fold.trainingCuts.map((cut) => cuts.at(cut)));
  const evaluation = await cuts.at(fold.evaluationCut);
  if (!hasBothKinds(training) || !hasBothKinds([evaluation])) return undefined;
  const fitted = await fitOrNot(recipe, training, setup, run);
  if (!fitted) return undefined;
  const judged = judge(fitted, evaluation);
  const { parts, features } = fitted;
  return { fitted: { parts, features }, judged, row: foldRow(name, role, judged, fold.trainingCuts, fitted) };
}

/** The fit, or undefined where hardly anybody had come back at all by the training cuts. */
async function fitOrNot(...args: Parameters<typeof fit>): Promise<Fitted | undefined> {
  try {
    return await fit(...args);
  } catch (error) {
    if (error instanceof BgNbdError) return undefined;
    throw error;
  }
}

export function hasBothKinds(matrices: readonly LabelledMatrix[]): boolean {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.length, 0);
  const returned = countReturned(matrices);
  return returned >= FEWEST_OF_A_KIND && rows - returned >= FEWEST_OF_A_KIND;
}

/** Rows of customers who returned. */
export function countReturned(matrices: readonly LabelledMatrix[]): number {
  return matrices.reduce((sum, matrix) => sum + matrix.returned.reduce((own, label) => own + label, 0), 0);
}
