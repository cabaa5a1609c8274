import type { SendOptions, Sent } from './send';

/** What is written to: the standard error, so that the standard output holds the outcome alone. */
type Out = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/**
 * Tells how far a replay is and what it waits for: on a terminal in a line that rewrites itself, elsewhere once for each
 * different trouble. `end` is to be called before anything else is written.
 */
export function tellReplay(out: Out): Required<Pick<SendOptions, 'onProgress' | 'onWait'>> & { end(): void } {
  const told = new Set<string>();
  let open = false;
  const rewrite = (text: string): void => {
    out.write(`\r\x1b[K${text}`);
    open = text !== '';
  };
  return {
    onProgress: (sent) => {
      if (out.isTTY) rewrite(`${soFar(sent)} so far`);
    },
    onWait: ({ trouble, waitMs, triesLeft }) => {
      const seconds = (waitMs / 1_000).toLocaleString('en', { maximumFractionDigits: 1 });
      if (out.isTTY) rewrite(`${trouble} Trying again in ${seconds} s${leftIn(triesLeft)}.`);
      else if (!told.has(trouble)) out.write(`${trouble} Trying again.\n`);
      told.add(trouble);
    },
    end: () => {
      if (open) rewrite('');
    },
  };
}

const leftIn = (tries: number | undefined): string =>
  tries === undefined ? '' : `, ${tries} ${tries === 1 ? 'try' : 'tries'} left`;

/** How many events were sent, in words without an end, e.g. `1,200 events taken, 3 were there before, 0 rejected`. */
export function soFar({ accepted, duplicates, rejected }: Sent): string {
  const [taken, before, refused] = [accepted, duplicates, rejected].map((count) => count.toLocaleString('en'));
  return `${taken} ${accepted === 1 ? 'event' : 'events'} taken, ${before} ${duplicates === 1 ? 'was' : 'were'} there before, ${refused} rejected`;
}
