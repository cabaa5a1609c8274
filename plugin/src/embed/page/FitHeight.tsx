import React, { useCallback, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** Height in px that there is. */
  height: number;
  onNeededHeight: (height: number) => void;
  children: ReactNode;
}

/** Tells how high its content really is, so that text which wraps on a narrow page is not cut off. */
export function FitHeight({ height, onNeededHeight, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const told = useRef<number>();
  const tell = useCallback(() => {
    const needed = ref.current?.scrollHeight;
    if (needed === undefined || needed === told.current) return;
    told.current = needed;
    onNeededHeight(needed);
  }, [onNeededHeight]);
  // Other words are drawn at their own height at once, and not for a moment at that of the words before.
  useLayoutEffect(tell);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(tell);
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [tell]);
  return (
    <div style={{ minHeight: height }}>
      <div ref={ref} style={{ display: 'flow-root' }}>
        {children}
      </div>
    </div>
  );
}
