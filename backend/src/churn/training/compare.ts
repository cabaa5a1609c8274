import type { ChurnModel } from '../model/churn-model';
import type { ComparisonRow } from '../model/quality';
import type { TrainingOptions } from './options';
import { ALGORITHMS, type Algorithm } from './recipes';
import { train, type Trained } from './train';

/**
 * ROC-AUC by which a challenger must be better than the champion: about the standard error of the difference of two good
 * models on some hundreds of returners.
 */
export const DEFAULT_MARGIN = 0.01;

export interface Comparison {
  rows: readonly ComparisonRow[];
  /** The model that is to serve, with the rows in its quality report. */
  winner: ChurnModel;
  margin: number;
}

/**
 * Trains every algorithm on the same purged split. A challenger wins only when its ROC-AUC on the test customers is
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
  const order = [champion, ...ALGORITHMS.filter((one) => one !== champion)];
  const trained: Trained[] = [];
  for (const [i, algorithm] of order.entries()) {
    const onProgress: TrainingOptions['onProgress'] = ({ step, share }) =>
      options.onProgress?.({ step: `${algorithm}: ${step}`, share: (i + share) / order.length });
    trained.push(await train({ ...options, algorithm, onProgress }));
  }
  const winner = winnerOf(trained, margin);
  const rows = trained.map((one, i) => comparisonRow(one, order[i]!, i === 0, one === winner, margin));
  return { rows, margin, winner: { ...winner.model, quality: { ...winner.model.quality, comparison: rows } } };
}

function winnerOf([champion, ...challengers]: readonly Trained[], margin: number): Trained {
  const needed = metricsOf(champion!);
  return challengers
    .filter((one) => {
      const { rocAuc, prAuc } = metricsOf(one);
      return rocAuc >= needed.rocAuc + margin && prAuc >= needed.prAuc;
    })
    .reduce(
      (best, one) => (best === champion || metricsOf(one).rocAuc > metricsOf(best!).rocAuc ? one : best),
      champion,
    )!;
}

function comparisonRow(
  trained: Trained,
  algorithm: Algorithm,
  isChampion: boolean,
  wins: boolean,
  margin: number,
): ComparisonRow {
  return {
    model: algorithm,
    role: isChampion ? 'champion' : 'challenger',
    ...metricsOf(trained),
    seconds: trained.seconds,
    verdict: verdict(isChampion, wins, margin),
  };
}

function verdict(isChampion: boolean, wins: boolean, margin: number): string {
  if (isChampion) return wins ? 'stays champion' : 'is replaced';
  return wins ? 'becomes champion' : `not better by ${margin} in ROC-AUC with as good a PR-AUC`;
}

function metricsOf({ model }: Trained): Pick<ComparisonRow, 'rocAuc' | 'prAuc' | 'logLoss'> {
  const value = (metric: string): number =>
    model.quality.metrics.find((row) => row.model === 'model' && row.metric === metric)?.value ?? Number.NaN;
  return { rocAuc: value('roc_auc'), prAuc: value('pr_auc'), logLoss: value('log_loss') };
}
