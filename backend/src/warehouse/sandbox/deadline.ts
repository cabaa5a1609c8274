/** A signal that is aborted by any of others, or with a reason of its own when its time is over. */
export interface Deadline {
  signal: AbortSignal;
  /** Lets the time run no further. */
  clear(): void;
}

/** A deadline in `ms` milliseconds. */
export function deadline(signals: readonly AbortSignal[], ms: number, reason: Error): Deadline {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(reason), ms);
  return { signal: AbortSignal.any([...signals, late.signal]), clear: () => clearTimeout(timer) };
}

/** Calls `act` with the signal's reason `ms` after it was aborted; returns what calls that off. */
export function afterAbort(signal: AbortSignal, ms: number, act: (reason: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => act(signal.reason), ms);
  };
  signal.addEventListener('abort', begin, { once: true });
  return () => {
    signal.removeEventListener('abort', begin);
    clearTimeout(timer);
  };
}
