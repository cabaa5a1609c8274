import { useEffect, useRef, type RefObject } from 'react';
import type { Extent } from '../map/projection';

interface Focus {
  frame: RefObject<HTMLDivElement>;
  back: RefObject<HTMLButtonElement>;
  /** To be called before the map is moved to a state, or away from it. */
  expectMove: (state: string | null) => void;
}

/**
 * Moves the focus with the map: what had it is gone once the map shows something else. Into a state it goes to the way
 * back, and from there to the state again.
 */
export function useFocusAfterMove(extent: Extent): Focus {
  const frame = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const expected = useRef<string | null>(null);
  useEffect(() => {
    const state = expected.current;
    expected.current = null;
    if (state === null) return;
    if (extent !== null) back.current?.focus();
    else frame.current?.querySelector<SVGElement>(`[data-state="${state}"][tabindex]`)?.focus();
  }, [extent]);
  return {
    frame,
    back,
    expectMove: (state) => {
      expected.current = state;
    },
  };
}
