const EVERY_MS = 1_000;
/** When the connection breaks off, the parent may not yet be gone, but be going. */
const SOON_MS = [0, 50, 250];

/**
 * Calls `onGone` when the process that has started this one is dead: nobody else would end it.
 * @returns a function that looks now and shortly after, for when there are signs.
 */
export function watchParent(onGone: () => void): () => void {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) onGone();
  };
  setInterval(look, EVERY_MS).unref();
  return () => {
    for (const delay of SOON_MS) setTimeout(look, delay).unref();
  };
}
