import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { useWidth } from './useWidth';

let resized: () => void = () => undefined;

const original = global.ResizeObserver;

class Observer implements ResizeObserver {
  constructor(callback: ResizeObserverCallback) {
    resized = () => callback([], this);
  }
  observe() {}
  unobserve() {}
  disconnect() {}
}

function Measured() {
  const [ref, width] = useWidth();
  return <div ref={ref}>{width}</div>;
}

const widen = (width: number) => jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(width);

beforeEach(() => {
  global.ResizeObserver = Observer;
});

afterEach(() => {
  global.ResizeObserver = original;
  jest.restoreAllMocks();
});

it('follows the element, and keeps its last width while it is hidden', () => {
  widen(800);
  render(<Measured />);
  expect(screen.getByText('800')).toBeInTheDocument();
  widen(420);
  act(() => resized());
  expect(screen.getByText('420')).toBeInTheDocument();
  widen(0);
  act(() => resized());
  expect(screen.getByText('420')).toBeInTheDocument();
});
