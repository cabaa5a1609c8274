import { messageOf, WarehouseError } from '../warehouse';
import type { ProgressMessage } from './background-command';

export type Report = (progress: { step: string; share: number }) => void;

/** A line that rewrites itself on a terminal, a plain line per step elsewhere. */
export function progressReport(out: NodeJS.WriteStream): { report: Report; end(): void } {
  let step = '';
  return {
    report: (progress) => {
      const text = `${String(Math.round(progress.share * 100)).padStart(3)}%  ${progress.step}`;
      if (out.isTTY) out.write(`${step === progress.step || step === '' ? '\r\x1b[K' : '\n'}${text}`);
      else if (step !== progress.step) out.write(`${text}\n`);
      step = progress.step;
    },
    end: () => {
      if (out.isTTY && step !== '') out.write('\n');
    },
  };
}

/** A JSON line per step, for the process that started the build. */
function jsonReport(out: NodeJS.WriteStream): Report {
  return (progress) => writeMessage(out, { step: progress.step, share: progress.share });
}

function writeMessage(out: NodeJS.WriteStream, message: ProgressMessage): void {
  out.write(`${JSON.stringify(message)}\n`);
}

/**
 * Runs `work` for the program that started this one: progress and what went wrong go to the standard output as JSON.
 *
 * @throws what `work` throws
 */
export async function forProgram(work: (report: Report) => Promise<unknown>): Promise<void> {
  try {
    await work(jsonReport(process.stdout));
  } catch (error) {
    const { hint, told } = error instanceof WarehouseError ? error : {};
    writeMessage(process.stdout, { error: [messageOf(error), hint].filter(Boolean).join(' '), told });
    throw error;
  }
}
