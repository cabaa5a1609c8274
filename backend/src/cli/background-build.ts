import { availableParallelism } from 'node:os';
import type { BuildJob } from '../warehouse/keeper/keeper';
import { runInBackground } from './background-command';

/** Who serves a generation meanwhile has the other half of the processors. */
const BESIDE_OTHERS = Math.max(1, Math.floor(availableParallelism() / 2));

/**
 * Builds a generation in a process of its own.
 *
 * @param beside whether another generation serves meanwhile
 * @throws Error with the build's own message
 */
export function buildInBackground({ data, out, onProgress, signal }: BuildJob, beside: boolean): Promise<void> {
  const source = data === undefined ? ['--sample'] : ['--data', data];
  const threads = beside ? ['--threads', String(BESIDE_OTHERS)] : [];
  return runInBackground({
    args: ['build', ...source, '--out', out, ...threads],
    name: 'The build',
    onProgress,
    signal,
  });
}
