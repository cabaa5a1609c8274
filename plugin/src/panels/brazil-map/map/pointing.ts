import type { FocusEvent, MouseEvent } from 'react';

/** What is pointed at, and where, in pixels of the window. */
export interface Pointed {
  key: string;
  x: number;
  y: number;
}

export type OnPoint = (pointed: Pointed | undefined) => void;

/** The handlers by which a part of a picture says that it is pointed at or has the focus. */
export function pointing(key: string, onPoint: OnPoint) {
  return {
    onMouseMove: ({ clientX, clientY }: MouseEvent) => onPoint({ key, x: clientX, y: clientY }),
    onMouseLeave: () => onPoint(undefined),
    onFocus: ({ currentTarget }: FocusEvent<Element>) => onPoint({ key, ...middleOf(currentTarget) }),
    onBlur: () => onPoint(undefined),
  };
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** True for the keys that press a button. */
export const presses = ({ key }: { key: string }): boolean => key === 'Enter' || key === ' ';
