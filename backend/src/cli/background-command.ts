import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ToldError, type Text } from '../contract';
import { bundleFolder } from './bundle-folder';

/** One line of what a command with `--progress json` prints. */
export type ProgressMessage = { step: string; share: number } | { error: string; told?: Text };

/** Of the system's 20 steps down from the usual priority. */
const BACKGROUND_PRIORITY = 19;

export interface BackgroundCommand {
  /** The command and its options, without those for progress. */
  args: readonly string[];
  /** What it is called in messages, e.g. "The build". */
  name: string;
  onProgress(progress: { step: string; share: number }): void;
  signal: AbortSignal;
}

/**
 * Runs a command of this program with the same Node and bundle in a process of its own: one that runs out of memory or
 * is killed never takes down the process that serves. It ends with its parent, whose pipe it watches.
 *
 * @throws ToldError with the command's own message
 */
export function runInBackground({ args, name, onProgress, signal }: BackgroundCommand): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(bundleFolder, 'cli.mjs'), ...args, '--progress', 'json', '--end-with-stdin'],
    { stdio: ['pipe', 'pipe', 'ignore'], env: process.env, signal, killSignal: 'SIGTERM' },
  );
  if (child.pid !== undefined) giveWay(child.pid);
  let failure: string | Text | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = readMessage(line);
    if (!message) return;
    if ('error' in message) failure = message.told ?? message.error;
    else onProgress(message);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(signal.aborted ? error : new Error(`${name} could not be started: ${error.message}`)),
    );
    child.once('close', (code, killedBy) => {
      if (code === 0) resolve();
      else reject(new ToldError(failure ?? `${name} ended unexpectedly (${killedBy ?? `exit code ${code}`}).`));
    });
  });
}

/** Those who ask and the events that come go first where the machine is short of time. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, BACKGROUND_PRIORITY);
  } catch {
    // It has ended already, or the system does not know of priorities.
  }
}

function readMessage(line: string): ProgressMessage | undefined {
  try {
    return JSON.parse(line) as ProgressMessage;
  } catch {
    return undefined;
  }
}
