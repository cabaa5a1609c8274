import { useState, type KeyboardEvent } from 'react';

/** Focus among cells in rows of equal length: the whole of them is one stop for the Tab key. */
export interface GridKeys {
  /** The cell that Tab leads to. */
  current: number;
  setCurrent: (index: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Moves the focus by the arrow keys, Home and End among the buttons inside an element.
 *
 * @param first the cell that Tab leads to at first
 */
export function useGridKeys(columns: number, first: number): GridKeys {
  const [current, setCurrent] = useState(first);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')];
    const from = buttons.findIndex((button) => button === document.activeElement);
    const to = from < 0 ? undefined : target(event.key, from, columns, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    buttons[to]?.focus();
  };
  return { current, setCurrent, onKeyDown };
}

/** The cell that a key leads to, at the edge the same one; undefined for another key. */
export function target(key: string, from: number, columns: number, count: number): number | undefined {
  const column = from % columns;
  switch (key) {
    case 'ArrowRight':
      return column === columns - 1 ? from : from + 1;
    case 'ArrowLeft':
      return column === 0 ? from : from - 1;
    case 'ArrowDown':
      return from + columns < count ? from + columns : from;
    case 'ArrowUp':
      return from >= columns ? from - columns : from;
    case 'Home':
      return from - column;
    case 'End':
      return from - column + columns - 1;
    default:
      return undefined;
  }
}
