import type { TrainingJob } from '../churn/model/keeper';
import { runInBackground } from './background-command';

/** Trains and promotes a churn model in a process of its own. @throws Error with the training's own message */
export function trainInBackground({ out, horizonDays, onProgress, signal }: TrainingJob): Promise<void> {
  const args = ['train', '--out', out, '--horizon', String(horizonDays)];
  return runInBackground({ args, name: 'The training', onProgress, signal });
}
