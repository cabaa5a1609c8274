import { Option, type Command } from 'commander';
import { EXIT_CODES } from '../warehouse';

/** How a long command shows its progress and when it ends. */
export interface ProgressFlags {
  progress: 'text' | 'json';
  endWithStdin?: boolean;
}

/** Adds the options of a long command that people and programs start. */
export function progressOptions(command: Command): Command {
  return command
    .addOption(new Option('--progress <form>', 'how progress is shown').choices(['text', 'json']).default('text'))
    .addOption(new Option('--end-with-stdin', 'end when the standard input closes').hideHelp());
}

/** What does not end by then hangs, as a statement does now and then that the database was told to interrupt. */
const PATIENCE_MS = 20_000;

/**
 * Runs `work` with a signal that Ctrl+C aborts, and the end of the standard input where that is asked for. Work that hangs
 * then is left to itself: the process ends.
 */
export async function untilCancelled(
  endWithStdin: boolean | undefined,
  work: (signal: AbortSignal) => Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const abort = new AbortController();
  let giveUp: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    abort.abort();
    // Whatever is half done counts for nothing: readers only see what is whole.
    giveUp ??= setTimeout(() => process.exit(EXIT_CODES.cancelled), patienceMs).unref();
  };
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  if (endWithStdin) process.stdin.on('end', cancel).on('error', cancel).resume();
  try {
    await work(abort.signal);
  } finally {
    clearTimeout(giveUp);
    // A watched input would keep the process alive.
    if (endWithStdin) process.stdin.destroy();
  }
}
