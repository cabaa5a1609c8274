/** Time in ms after which a layout that has not changed is final: panels ask for more height once they see their content. */
const STILL_MS = 150;
/** A page that never comes to rest is drawn as it is. */
const LONGEST_MS = 5_000;

/** Calls `onSettled` when the places and sizes of what `selector` finds have stayed the same for a while. @returns ends the wait */
export function whenSettled(selector: string, onSettled: () => void): () => void {
  const end = Date.now() + LONGEST_MS;
  let before = '';
  let timer: number | undefined;
  const look = (): void => {
    const now = placesOf(selector);
    if (now === before || Date.now() >= end) return onSettled();
    before = now;
    // After a frame, in which the browser has told of sizes, and a while.
    timer = window.setTimeout(() => window.requestAnimationFrame(look), STILL_MS);
  };
  look();
  return () => {
    window.clearTimeout(timer);
  };
}

function placesOf(selector: string): string {
  return [...document.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .map(({ top, height, width }) => `${top} ${height} ${width}`)
    .join();
}
