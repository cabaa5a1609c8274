import { Option, type Command } from 'commander';

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

/** Runs `work` with a signal that Ctrl+C aborts, and the end of the standard input where that is asked for. */
export async function untilCancelled(
  endWithStdin: boolean | undefined,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const abort = new AbortController();
  const cancel = (): void => abort.abort();
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  if (endWithStdin) process.stdin.on('end', cancel).on('error', cancel).resume();
  try {
    await work(abort.signal);
  } finally {
    // A watched input would keep the process alive.
    if (endWithStdin) process.stdin.destroy();
  }
}
