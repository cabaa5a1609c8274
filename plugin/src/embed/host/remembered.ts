/** What the reader last chose here; inside another site's frame a browser may refuse storage. */
export function remembered(key: string): string | undefined {
  try {
    return window.localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a choice for the next visit. Where that is refused nothing is lost: the address says it too. */
export function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // The address still says it.
  }
}
