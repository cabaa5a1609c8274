import React, { useLayoutEffect, useRef, type ReactNode } from 'react';
import { rowsOnPaper } from '../layout/paper';

interface Props {
  onNeededHeight: (height: number) => void;
  children: ReactNode;
}

/** Height in px of what says how many more rows there are. */
const BELOW_ROWS = 32;
/** What a view that scrolls consists of. */
const PARTS = '[role=region] > *';

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
    // A list changes its rows and their heights, as texts wrap, without changing its frame; so do parts of other views.
    for (const part of element.querySelectorAll(`table, ${PARTS}`)) observer.observe(part);
    return () => observer.disconnect();
  }, [onNeededHeight]);
  return <div ref={ref}>{children}</div>;
}

function neededBy(element: HTMLElement): number {
  const top = element.getBoundingClientRect().top;
  const [list] = element.querySelectorAll('[role=region] > table');
  if (list) {
    const rows = [...list.querySelectorAll('tbody tr:not([aria-hidden])')];
    // Of very many rows only some are drawn; the list says itself how many there are with its head.
    const all = Math.max(rows.length, Number(list.getAttribute('aria-rowcount') ?? 0) - 1);
    const last = rows.slice(0, rowsOnPaper(all)).at(-1);
    if (!last) return 0;
    const below = all > rowsOnPaper(all) ? BELOW_ROWS : 0;
    return Math.ceil(last.getBoundingClientRect().bottom - top) + below;
  }
  // Not what the region could scroll to, which is never less than its own height.
  const bottoms = [...element.querySelectorAll(PARTS)].map((part) => part.getBoundingClientRect().bottom);
  return Math.ceil(Math.max(0, ...bottoms.map((bottom) => bottom - top)));
}
