import type { TreeModel } from './ensemble';
import type { TrainingRun } from './learner';
import { openCrew } from './workers/crew';
import { shareNumbers } from './workers/shared';

/**
 * The probability of a positive for each row of raw columns, worked out off this thread.
 *
 * @throws TrainingError when there are more or fewer columns than the model knows features
 */
export async function predictInWorker(
  model: TreeModel,
  columns: readonly Float64Array[],
  run?: Omit<TrainingRun, 'workers'>,
): Promise<Float64Array> {
  const crew = openCrew({ ...run, workers: 1 });
  try {
    const [probabilities] = await crew.deal('predict', { model, columns: columns.map(shareNumbers) }, 1);
    return probabilities!;
  } finally {
    await crew.close();
  }
}
