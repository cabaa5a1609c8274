import type { ChurnModel } from '../model/churn-model';
import type { ComparisonRow } from '../model/quality';
import { decide, type Contender, type Metrics } from './decide';
import type { TrainingOptions } from './options';
import { ALGORITHMS, RECIPES } from './recipes';
import { train } from './train';

/**
 * ROC-AUC by which a challenger must be better than the champion: about the standard error of the difference of two good
 * models on some hundreds of returners.
 */
export const DEFAULT_MARGIN = 0.01;

export interface Comparison {
  rows: readonly ComparisonRow[];
  /** The model that is to serve, with the rows in its quality report. */
  winner: ChurnModel;
  /** Whether no challenger was better by the margin. */
  staysChampion: boolean;
  margin: number;
}

/**
 * Trains every algorithm that is meant to serve on the same purged split. A challenger wins only when its ROC-AUC on the test customers is
 * better than the champion's by the margin and its PR-AUC of returning is no worse; the best of those that do.
 *
 * @param championAlgorithm of the model that serves; unknown or absent: the default's
 * @throws TrainingRefused when the data does not suffice
 */
export async function compareAlgorithms(
  options: Omit<TrainingOptions, 'algorithm'>,
  margin: number,
  championAlgorithm?: string,
): Promise<Comparison> {
  const champion = ALGORITHMS.find((one) => one === championAlgorithm) ?? ALGORITHMS[0];
  // One that comes with a notice is there to be looked at, not to serve.
  const order = [champion, ...ALGORITHMS.filter((one) => one !== champion && RECIPES[one].notice === undefined)];
  const models: ChurnModel[] = [];
  const contenders: Contender[] = [];
  for (const [i, algorithm] of order.entries()) {
    const onProgress: TrainingOptions['onProgress'] = ({ step, share }) =>
      options.onProgress?.({ step: `${algorithm}: ${step}`, share: (i + share) / order.length });
    const { model, seconds } = await train({ ...options, algorithm, onProgress });
    models.push(model);
    contenders.push({ model: algorithm, ...metricsOf(model), seconds });
  }
  const { winner, rows } = decide(contenders, margin);
  const model = models[winner]!;
  return { rows, margin, staysChampion: winner === 0, winner: withComparison(model, rows) };
}

/**
 * The model that serves after a comparison: a champion that nobody beat stays just as it is, but for the comparison in
 * its report; one of other data makes way for the one that was trained on these.
 */
export function servingAfter(
  { rows, staysChampion, winner }: Comparison,
  champion: ChurnModel | undefined,
  generation: string,
): ChurnModel {
  return staysChampion && champion?.facts.generation === generation ? withComparison(champion, rows) : winner;
}

/** The model with the comparison in its quality report. */
function withComparison(model: ChurnModel, comparison: readonly ComparisonRow[]): ChurnModel {
  return { ...model, quality: { ...model.quality, comparison } };
}

function metricsOf({ quality }: ChurnModel): Metrics {
  const value = (metric: string): number =>
    quality.metrics.find((row) => row.model === 'model' && row.metric === metric)?.value ?? Number.NaN;
  return { rocAuc: value('roc_auc'), prAuc: value('pr_auc'), logLoss: value('log_loss') };
}
