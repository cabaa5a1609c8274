import { checkTrainingData, type TrainingData } from './data';
import { forestOptions, type ForestOptions } from './forest';
import { learnedTrees, type LearnedTrees } from './learned-trees';
import type { Learner, TrainingRun } from './learner';
import { prepare } from './prepare';
import { openCrew } from './workers/crew';

const NAME = 'random-forest';

/** Trains a random forest on binned features: the same bit for bit, however many threads grow it. */
export async function trainForest(
  data: TrainingData,
  given?: Partial<ForestOptions>,
  run?: TrainingRun,
): Promise<LearnedTrees> {
  checkTrainingData(data);
  const options = forestOptions(data.columns.length, given);
  const crew = openCrew(run);
  try {
    const { bins, ...job } = await prepare(data, options.maxBins, crew);
    const trees = await crew.deal('growTree', { ...job, options }, options.trees);
    return learnedTrees(NAME, { bins, ensemble: { link: 'mean', base: 0, trees } });
  } finally {
    await crew.close();
  }
}

/** The default algorithm of the churn score. */
export const randomForest: Learner<ForestOptions, LearnedTrees> = { name: NAME, train: trainForest };
