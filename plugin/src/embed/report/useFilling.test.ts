import { act, renderHook } from '@testing-library/react';
import { useFilling } from './useFilling';

beforeEach(() => {
  jest.useFakeTimers();
  delete document.documentElement.dataset.reportReady;
  document.body.innerHTML = '<section data-embed-panel="1"></section>';
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const isReady = (): boolean => document.documentElement.dataset.reportReady === 'true';
const pass = (ms: number): void => act(() => jest.advanceTimersByTime(ms));
const tell = (event: Event): void => {
  delete document.documentElement.dataset.reportReady;
  act(() => void document.documentElement.dispatchEvent(event));
};
const fill = (detail: Record<string, number>): void => tell(new CustomEvent('churnwatch-fill', { detail }));

it('is ready once the report is drawn and stands still, and not before', () => {
  const { result, rerender } = renderHook(useFilling, { initialProps: false });
  pass(1_000);
  expect(isReady()).toBe(false);
  rerender(true);
  expect(isReady()).toBe(false);
  pass(1_000);
  expect(isReady()).toBe(true);
  expect(result.current).toEqual({});
});

it('takes the heights that the paper asks for, and is ready anew, also where they are the same', () => {
  const { result } = renderHook(useFilling, { initialProps: true });
  pass(1_000);
  for (let times = 0; times < 2; times++) {
    fill({ '2-3': 40 });
    expect(result.current).toEqual({ '2-3': 40 });
    expect(isReady()).toBe(false);
    pass(1_000);
    expect(isReady()).toBe(true);
  }
});

it('listens no longer once it is gone', () => {
  const { result, unmount } = renderHook(useFilling, { initialProps: true });
  unmount();
  fill({ '2-3': 40 });
  pass(1_000);
  expect(result.current).toEqual({});
  expect(isReady()).toBe(false);
});
