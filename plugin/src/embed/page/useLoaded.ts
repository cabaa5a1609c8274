import { useEffect, useRef, useState } from 'react';
import { isAbort } from '../api/http';

/** What was loaded, or what was thrown instead; neither while it is awaited. */
export interface Loaded<Body> {
  body?: Body;
  failure?: unknown;
}

interface Known<Body> extends Loaded<Body> {
  load: unknown;
  /** How often the server had returned when this was known. */
  returns: number;
}

/**
 * What `load` brings. After a failure it is loaded again when the server is back.
 *
 * @param load the same function for the same thing
 * @param returns how often the server was there again after it had been lost
 */
export function useLoaded<Body>(load: (signal: AbortSignal) => Promise<Body>, returns: number): Loaded<Body> {
  const [known, setKnown] = useState<Known<Body>>();
  const now = useRef(returns);
  now.current = returns;
  const isOld = known?.load !== load || (known.failure !== undefined && returns > known.returns);
  useEffect(() => {
    if (!isOld) return;
    const controller = new AbortController();
    const know = (loaded: Loaded<Body>) =>
      !controller.signal.aborted && setKnown({ ...loaded, load, returns: now.current });
    load(controller.signal).then(
      (body) => know({ body }),
      (failure: unknown) => isAbort(failure) || know({ failure }),
    );
    return () => controller.abort();
  }, [load, isOld]);
  return known?.load === load ? known : {};
}
