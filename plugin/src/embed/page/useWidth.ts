import { useLayoutEffect, useState, type RefCallback } from 'react';

/** The width in px of the element that the returned callback is given as its `ref`; 0 until it is known, then the last known one. */
export function useWidth(): [RefCallback<HTMLElement>, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element) return;
    // In a hidden frame there is no width for a while; what was there stays, instead of being made and asked anew.
    const measure = () => setWidth((before) => Math.floor(element.clientWidth) || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}
