import React, { useLayoutEffect, useRef, type ReactNode } from 'react';
import { MOST_ROWS_ON_PAPER } from '../layout/paper';

interface Props {
  onNeededHeight: (height: number) => void;
  children: ReactNode;
}

/** Height in px of what says how many more rows there are. */
const BELOW_ROWS = 32;

/** Tells what height a reader would see by scrolling: all of it, but of a list the first rows. */
export function FitScrolled({ onNeededHeight, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  // Before it is drawn: what is printed is not to be the height of before.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const tell = () => {
      const needed = neededBy(element);
      if (needed > 0) onNeededHeight(needed);
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    // A list changes its rows and their heights, as texts wrap, without changing its frame.
    for (const table of element.querySelectorAll('table')) observer.observe(table);
    return () => observer.disconnect();
  }, [onNeededHeight]);
  return <div ref={ref}>{children}</div>;
}

function neededBy(element: HTMLElement): number {
  const top = element.getBoundingClientRect().top;
  const [list] = element.querySelectorAll('[role=region] > table');
  if (list) {
    const rows = [...list.querySelectorAll('tbody tr:not([aria-hidden])')];
    const last = rows.slice(0, MOST_ROWS_ON_PAPER).at(-1);
    if (!last) return 0;
    const below = rows.length > MOST_ROWS_ON_PAPER ? BELOW_ROWS : 0;
    return Math.ceil(last.getBoundingClientRect().bottom - top) + below;
  }
  const [region] = element.querySelectorAll('[role=region]');
  return region ? Math.ceil(region.getBoundingClientRect().top - top) + region.scrollHeight : 0;
}
