import type { TrainingData } from './data';
import type { ContributionColumns } from './contributions';
import type { EncodedModel } from './encode';
import type { TreeEnsemble } from './ensemble';

/** What training runs under. */
export interface TrainingRun {
  /** The bundled worker's entry (tree-worker.mjs); without it, and with 0 workers, the work is done in this thread. */
  workerUrl?: URL;
  /** Worker threads; 0 for none. */
  workers?: number;
  signal?: AbortSignal;
}

/** Something that learns from customers of the past; every algorithm of the churn score is one. */
export interface Learner<Options, Result extends Learned = Learned> {
  /** As `--algorithm` names it. */
  name: string;
  /**
   * @throws TrainingError when nothing can be learnt from the data, or an option makes no sense
   * @throws the signal's reason when it is aborted
   */
  train(data: TrainingData, options?: Partial<Options>, run?: TrainingRun): Promise<Result>;
}

/** What was learnt. All columns are raw values, in the order of the training data's; NaN where unknown. */
export interface Learned {
  name: string;
  /** The probability of a positive for each row. */
  predict(columns: readonly Float64Array[]): Float64Array;
  /** The answers taken apart by feature, where the algorithm can: probabilities for `mean`, log-odds for `logit-sum`. */
  contributions?(columns: readonly Float64Array[]): ContributionColumns & { link: TreeEnsemble['link'] };
  /** The model for a file, where it can be kept: `decode` reads it. */
  encode?(): EncodedModel;
}
