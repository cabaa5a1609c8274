import { useLayoutEffect, useState, type RefCallback } from 'react';
import { tellParent } from './parent';

/** Tells the page around how high the element is that the returned callback is given as its `ref`. */
export function useTellSize(): RefCallback<HTMLElement> {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!element) return;
    const tell = () => tellParent({ type: 'size', height: Math.ceil(element.getBoundingClientRect().height) });
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return setElement;
}
