import { whenSettled } from './whenSettled';

let height: number;
let settled: jest.Mock;
beforeEach(() => {
  jest.useFakeTimers();
  height = 100;
  settled = jest.fn();
  const panel = document.body.appendChild(document.createElement('section'));
  panel.getBoundingClientRect = () => ({ top: 0, height, width: 10 }) as DOMRect;
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('waits until nothing grows any more', () => {
  whenSettled('section', settled);
  for (height of [150, 200]) {
    jest.advanceTimersByTime(180);
    expect(settled).not.toHaveBeenCalled();
  }
  jest.advanceTimersByTime(180);
  expect(settled).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(10_000);
  expect(settled).toHaveBeenCalledTimes(1);
});

it('does not wait for ever for what never rests', () => {
  const growing = setInterval(() => height++, 20);
  whenSettled('section', settled);
  jest.advanceTimersByTime(4_000);
  expect(settled).not.toHaveBeenCalled();
  jest.advanceTimersByTime(2_000);
  expect(settled).toHaveBeenCalledTimes(1);
  clearInterval(growing);
});

it('can be ended', () => {
  whenSettled('section', settled)();
  jest.advanceTimersByTime(10_000);
  expect(settled).not.toHaveBeenCalled();
});
