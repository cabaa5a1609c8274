/**
 * Lets so many pieces of work run at a time, the others in the order in which they came. Each request has turns of its
 * own, so that one of many series does not make a small one wait for all of them.
 */
export function takeTurns(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
