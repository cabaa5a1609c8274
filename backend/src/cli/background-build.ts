import type { BuildJob } from '../warehouse/keeper/keeper';
import { runInBackground } from './background-command';

/** Builds a generation in a process of its own. @throws Error with the build's own message */
export function buildInBackground({ data, out, onProgress, signal }: BuildJob): Promise<void> {
  const source = data === undefined ? ['--sample'] : ['--data', data];
  return runInBackground({ args: ['build', ...source, '--out', out], name: 'The build', onProgress, signal });
}
