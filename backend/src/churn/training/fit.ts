import { fitBgNbd, type BgNbdParameters } from '../bgnbd';
import type { LabelledMatrix } from '../features/matrix';
import { historiesOf, RETURN_CHANCE, withDerived } from '../model/derived-features';
import { featurePart, treesPart, type Part } from '../model/parts';
import type { TrainingRun } from '../trees';
import type { Recipe, Setup } from './recipes';
import { mediansOf, stack } from './stack';

/** A model that is fitted but not calibrated. */
export interface Fitted {
  parts: readonly Part[];
  rhythm: BgNbdParameters;
  features: readonly string[];
  typical: Float64Array;
  rows: number;
  /** Rows of customers who returned. */
  returners: number;
}

/**
 * Fits a recipe to the customers of several cuts. BG/NBD is fitted to the purchase histories at the latest of them: it
 * needs no labels.
 *
 * @throws TrainingError, BgNbdError where the data does not suffice
 */
export async function fit(
  recipe: Recipe,
  cuts: readonly LabelledMatrix[],
  setup: Setup,
  run: TrainingRun,
): Promise<Fitted> {
  const latest = cuts.reduce((one, other) => (other.cut > one.cut ? other : one));
  const rhythm = fitBgNbd(historiesOf(latest)).parameters;
  const data = stack(cuts.map((cut) => withDerived(cut, rhythm, cut.horizonDays)));
  const trees: Part[] = [];
  for (const { learn, weight } of recipe.members) trees.push(treesPart(await learn(data, setup, run), weight));
  const chance = data.names.indexOf(RETURN_CHANCE.key);
  const base = meanOf(data.columns[chance]!);
  return {
    parts: [...trees, ...(recipe.rhythmWeight > 0 ? [featurePart('bgnbd', chance, base, recipe.rhythmWeight)] : [])],
    rhythm,
    features: data.names,
    typical: mediansOf(data.columns),
    rows: data.labels.length,
    returners: data.labels.reduce((sum, label) => sum + label, 0),
  };
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
