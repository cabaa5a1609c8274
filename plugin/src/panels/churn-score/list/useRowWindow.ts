import { useState, type UIEvent } from 'react';

export interface RowWindow {
  /** The rows that are drawn: from the first to before the last. */
  from: number;
  to: number;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** Fewer rows than this are drawn at once, so that the browser's own search finds all of them. */
export const WINDOWED_FROM = 200;
const BEYOND = 10;

/** Which of many rows of equal height are drawn: those in sight and a few beyond, at whatever place the list is scrolled to. */
export function useRowWindow(count: number, rowHeight: number, height: number): RowWindow {
  const [first, setFirst] = useState(0);
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) =>
    setFirst(Math.floor(currentTarget.scrollTop / rowHeight));
  if (count <= WINDOWED_FROM) return { from: 0, to: count, onScroll };
  const inSight = Math.ceil(height / rowHeight);
  // After a filter the list may be shorter than the place that it was scrolled to.
  const from = Math.max(0, Math.min(first, count - inSight) - BEYOND);
  return { from, to: Math.min(count, from + inSight + 2 * BEYOND), onScroll };
}
