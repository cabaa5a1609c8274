import { valueFormat } from '../data/valueFormat';
import { roundTicks, scalesFor } from './scales';
import { indexAfterKey, nearestIndex } from './pointing';

describe('round ticks', () => {
  it.each([
    [{ from: 0, to: 178_450 }, 5, [0, 50_000, 100_000, 150_000, 200_000]],
    [{ from: 0, to: 0 }, 4, [0, 0.25, 0.5, 0.75, 1]],
    [{ from: 37, to: 43 }, 3, [36, 38, 40, 42, 44]],
    [{ from: 5, to: 5 }, 2, [5, 7.5, 10]],
    [{ from: 0, to: 0.3 }, 3, [0, 0.1, 0.2, 0.3]],
  ])('%j in about %d parts', (domain, count, ticks) => {
    expect(roundTicks(domain, count)).toEqual(ticks);
  });

  it('hold both ends', () => {
    for (const to of [1, 9.99, 101, 1e6 + 1, 3e9]) {
      const ticks = roundTicks({ from: to / 3, to }, 4);
      expect(ticks[0]).toBeLessThanOrEqual(to / 3);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(to);
      expect(ticks.length).toBeLessThan(9);
    }
  });
});

describe('scales', () => {
  const room = { width: 400, height: 200, format: valueFormat(undefined), top: 10 };

  it('reach from the labels of the axis to the edge', () => {
    const { x, y, left, right, bottom } = scalesFor({
      ...room,
      time: { from: 0, to: 10 },
      value: { from: 0, to: 100 },
    });
    expect([x(0), x(10), y(0), y(100)]).toEqual([left, right, bottom, 10]);
  });

  it('put a single moment into the middle, and survive a box without room', () => {
    const one = scalesFor({ ...room, time: { from: 5, to: 5 }, value: { from: 0, to: 1 } });
    expect(one.x(5)).toBe((one.left + one.right) / 2);
    const flat = scalesFor({ ...room, width: 0, height: 0, time: { from: 0, to: 1 }, value: { from: 0, to: 1 } });
    expect([flat.x(1), flat.y(1)].every(Number.isFinite)).toBe(true);
  });
});

describe('pointing', () => {
  const scales = { x: (time: number) => time * 10 };

  it.each([
    [-5, 0],
    [14, 1],
    [15, 1],
    [16, 2],
    [999, 3],
  ])('at %d px finds the nearest moment', (x, index) => {
    expect(nearestIndex([0, 1, 2, 3], x, scales)).toBe(index);
  });

  it('finds nothing where there is nothing', () => {
    expect(nearestIndex([], 5, scales)).toBeUndefined();
    expect(indexAfterKey('End', 0, 0)).toBeUndefined();
  });

  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 0, 0],
    ['PageUp', 3, 9],
    ['PageDown', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['a', 3, undefined],
  ])('%s leads from %d to %j', (key, from, to) => {
    expect(indexAfterKey(key, from, 10)).toBe(to);
  });
});
