import { applyBins, binCounts, chooseBins } from './bins';
import { checkTrainingData, type TrainingData } from './data';
import { forestOptions, growForestTree, type ForestJob, type ForestOptions } from './forest';
import { learnedTrees, type LearnedTrees } from './learned-trees';
import type { Learner, TrainingRun } from './learner';

/** The default algorithm: a random forest on binned features. */
export const randomForest: Learner<ForestOptions> & { train: (...of: TrainArguments) => Promise<LearnedTrees> } = {
  name: 'random-forest',
  train: async (data, given) => {
    checkTrainingData(data);
    const options = forestOptions(data.columns.length, given);
    const bins = chooseBins(data.columns);
    const job: ForestJob = {
      columns: applyBins(bins, data.columns),
      binCounts: binCounts(bins),
      labels: data.labels,
      weights: data.weights,
      options,
    };
    const trees = Array.from({ length: options.trees }, (_, index) => growForestTree(job, index));
    return learnedTrees('random-forest', { bins, ensemble: { link: 'mean', base: 0, trees } });
  },
};

type TrainArguments = [data: TrainingData, options?: Partial<ForestOptions>, run?: TrainingRun];
