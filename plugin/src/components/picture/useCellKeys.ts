import { useEffect, useRef, useState, type RefObject } from 'react';
import { cellAfter, type Cell } from './cellMoves';

interface Reached<One extends Cell> {
  /** The cell that Tab leads to; undefined where there is none. */
  current: One | undefined;
  reach: (cell: One) => void;
}

/**
 * Moves through the cells of a picture by the arrow keys, Home and End. The one that is reached is drawn as an element of
 * its own, marked `data-reached`, and takes the focus, so that screen readers say it.
 */
export function useCellKeys<One extends Cell>(
  box: RefObject<HTMLElement>,
  cells: readonly One[],
  firstCell: string | undefined,
): Reached<One> {
  const [reached, setReached] = useState<string>();
  const byKey = useRef(false);
  const known = (key: string | undefined): One | undefined => cells.find((cell) => cell.key === key);
  const current = known(reached) ?? known(firstCell) ?? cells[0];

  useEffect(() => {
    const element = box.current;
    if (!element || !current) return;
    const move = (event: KeyboardEvent) => {
      const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : cellAfter(cells, current, event.key);
      if (!next) return;
      event.preventDefault();
      byKey.current = next !== current;
      setReached(next.key);
    };
    element.addEventListener('keydown', move);
    return () => element.removeEventListener('keydown', move);
  }, [box, cells, current]);

  useEffect(() => {
    if (byKey.current) box.current?.querySelector<HTMLElement>('[data-reached]')?.focus();
    byKey.current = false;
  }, [box, reached]);

  return { current, reach: ({ key }) => setReached(key) };
}
