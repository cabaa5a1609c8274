import { boostingOptions, type BoostingOptions } from './boosting';
import { checkTrainingData, type TrainingData } from './data';
import { learnedTrees, type LearnedTrees } from './learned-trees';
import type { Learner, TrainingRun } from './learner';
import { binShared, prepare } from './prepare';
import { openCrew } from './workers/crew';
import { shareBytes } from './workers/shared';

const NAME = 'gradient-boosting';

export interface GradientBoostingOptions extends BoostingOptions {
  /** Later rows by which the number of trees is chosen; without them it is `rounds`. */
  validation?: TrainingData;
}

/** Trains gradient-boosted trees, in one worker thread: each tree needs those before it. */
export async function trainBoosting(
  data: TrainingData,
  { validation, ...given }: Partial<GradientBoostingOptions> = {},
  run?: TrainingRun,
): Promise<LearnedTrees> {
  checkTrainingData(data);
  if (validation) checkTrainingData(validation);
  const options = boostingOptions(given);
  const crew = openCrew(run);
  try {
    const { bins, ...job } = await prepare(data, options.maxBins, crew);
    const later = validation && {
      rows: await binShared(bins, validation.columns, crew),
      labels: shareBytes(validation.labels),
    };
    const [ensemble] = await crew.deal('boostTrees', { ...job, validation: later, options }, 1);
    return learnedTrees(NAME, { bins, ensemble: ensemble! });
  } finally {
    await crew.close();
  }
}

export const gradientBoosting: Learner<GradientBoostingOptions, LearnedTrees> = { name: NAME, train: trainBoosting };
