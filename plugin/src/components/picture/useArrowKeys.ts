import { useEffect, useState, type RefObject } from 'react';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Moves the focus among the children of an element that can take it, by the arrow keys, Home and End: the whole of them is
 * one stop for the Tab key. Returns the number of the child that Tab leads to.
 *
 * @param first the child that Tab leads to at first
 */
export function useArrowKeys(container: RefObject<HTMLElement>, first: number): number {
  const [current, setCurrent] = useState<number>();
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const move = (event: KeyboardEvent) => {
      const spots = [...element.querySelectorAll<HTMLElement>('[tabindex]')];
      const from = spots.findIndex((spot) => spot === document.activeElement);
      const to = target(event.key, from, spots.length);
      if (to === undefined) return;
      event.preventDefault();
      setCurrent(to);
      spots[to]?.focus();
    };
    element.addEventListener('keydown', move);
    return () => element.removeEventListener('keydown', move);
  }, [container]);
  return current ?? first;
}

function target(key: string, from: number, count: number): number | undefined {
  if (from < 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, from + step));
}
