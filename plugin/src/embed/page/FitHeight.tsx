import React, { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** Height in px that there is. */
  height: number;
  onNeededHeight: (height: number) => void;
  children: ReactNode;
}

/** Tells how high its content really is, so that text which wraps on a narrow page is not cut off. */
export function FitHeight({ height, onNeededHeight, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => onNeededHeight(element.scrollHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [onNeededHeight]);
  return (
    <div style={{ minHeight: height }}>
      <div ref={ref} style={{ display: 'flow-root' }}>
        {children}
      </div>
    </div>
  );
}
