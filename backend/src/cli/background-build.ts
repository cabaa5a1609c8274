import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BuildJob } from '../warehouse/keeper/keeper';
import { bundleFolder } from './bundle-folder';

/** One line of what `churnwatch build --progress json` prints. */
export type BuildMessage = { step: string; share: number } | { error: string };

/**
 * Builds a generation with the same Node and bundle in a process of its own: a build that runs out of memory or is
 * killed never takes down the process that serves. It ends with its parent, whose pipe it watches.
 *
 * @throws Error with the build's own message
 */
export function buildInBackground({ data, out, onProgress, signal }: BuildJob): Promise<void> {
  const source = data === undefined ? ['--sample'] : ['--data', data];
  const child = spawn(
    process.execPath,
    [join(bundleFolder, 'cli.mjs'), 'build', ...source, '--out', out, '--progress', 'json', '--end-with-stdin'],
    { stdio: ['pipe', 'pipe', 'ignore'], env: process.env, signal, killSignal: 'SIGTERM' },
  );
  let failure: string | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = readMessage(line);
    if (!message) return;
    if ('error' in message) failure = message.error;
    else onProgress(message);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(signal.aborted ? error : new Error(`The build could not be started: ${error.message}`)),
    );
    child.once('close', (code, killedBy) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(failure ?? `The build ended unexpectedly (${killedBy ?? `exit code ${code}`}); it is tried again.`),
        );
    });
  });
}

function readMessage(line: string): BuildMessage | undefined {
  try {
    return JSON.parse(line) as BuildMessage;
  } catch {
    return undefined;
  }
}
