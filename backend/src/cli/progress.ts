import type { BuildMessage } from './background-build';

export type Report = (progress: { step: string; share: number }) => void;

/** A line that rewrites itself on a terminal, a plain line per step elsewhere. */
export function progressReport(out: NodeJS.WriteStream): { report: Report; end(): void } {
  let step = '';
  return {
    report: (progress) => {
      const text = `${String(Math.round(progress.share * 100)).padStart(3)} %  ${progress.step}`;
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
export function jsonReport(out: NodeJS.WriteStream): Report {
  return (progress) => writeMessage(out, { step: progress.step, share: progress.share });
}

export function writeMessage(out: NodeJS.WriteStream, message: BuildMessage): void {
  out.write(`${JSON.stringify(message)}\n`);
}
