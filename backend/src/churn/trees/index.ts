export { type TrainingData } from './data';
export { ModelFormatError, TrainingError } from './errors';
export { type ForestOptions } from './forest';
export { type Learned, type Learner, type TrainingRun } from './learner';
export { restoreTrees, type LearnedTrees } from './learned-trees';
export { type EncodedModel } from './encode';
export { randomForest } from './random-forest';
