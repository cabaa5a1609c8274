import { render, screen } from '@testing-library/react';
import React from 'react';
import { Cell } from './Cell';

const sizeOf = (name: string, width: number): number => {
  const { unmount } = render(
    <Cell name={name} text="R$ 154.9k ▲ 3.8%" detail="" width={width} height={100} atOnce onEnlarge={jest.fn()}>
      {() => null}
    </Cell>,
  );
  const size = Number.parseFloat(screen.getByRole('button').parentElement?.style.fontSize ?? '');
  unmount();
  return size;
};

it('writes a long name and its number smaller where they would be cut, but not too small to be read', () => {
  expect(sizeOf('SP', 250)).toBe(14);
  expect(sizeOf('Computer accessories', 250)).toBeLessThan(14);
  expect(sizeOf('Computer accessories', 250)).toBeGreaterThan(sizeOf('Computer accessories', 230));
  expect(sizeOf('Computer accessories', 60)).toBe(10.5);
});
