import { cellAt } from '../../../components/picture/cellMoves';
import { contrast, LIFECYCLE_STAGES } from '@contract';
import type { LifecycleModel } from '../data/model';
import { readLifecycle } from '../data/readLifecycle';
import { lifecycleFrame, manyWeeks, SHOP, type LifecycleRow } from '../testing/frames';
import { layoutOf, stepNames } from './layout';
import { stageColor } from './palette';
import { barParts } from './parts';
import { countScale } from './scale';

function modelOf(rows: readonly LifecycleRow[], grain = 'month'): LifecycleModel {
  const reading = readLifecycle([lifecycleFrame(rows, { grain })]);
  if (reading.state !== 'ready') throw new Error(reading.state);
  return reading.model;
}

describe('the scale of counts', () => {
  it('spans what went down and what came up, with round ticks', () => {
    const { y, ticks } = countScale(1_200, 1_020, 10, 200);
    expect([y(1_020), y(-1_200)]).toEqual([10, 210]);
    expect(ticks).toEqual([-1_000, -500, 0, 500, 1_000]);
  });

  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [1e6, 3e6],
  ])('is finite, and has zero, for %i down and %i up', (down, up) => {
    const { y, ticks } = countScale(down, up, 0, 100);
    expect(ticks).toContain(0);
    expect(ticks.every((tick) => Number.isInteger(tick) && y(tick) >= 0 && y(tick) <= 100)).toBe(true);
  });
});

describe('the parts of the bars', () => {
  const layout = layoutOf(modelOf(SHOP), 800, 300, true);
  const parts = barParts(layout);
  const part = (key: string) => parts.find((one) => one.key === key)!;

  it('stand on zero where customers came, and hang from it where they went', () => {
    const zero = layout.scale.y(0);
    const { drawn } = part('new/2018-02-01');
    expect(drawn.top + drawn.height).toBeCloseTo(zero, 6);
    expect(part('dormant/2018-02-01').drawn.top).toBeCloseTo(zero, 6);
    expect(part('returning/2018-02-01').drawn.top).toBeLessThan(drawn.top);
    expect(part('reactivated/2018-02-01').drawn.top).toBeLessThan(part('returning/2018-02-01').drawn.top);
  });

  it('are seen however few they are, and nothing is not', () => {
    expect(part('reactivated/2018-02-01').drawn.height).toBeGreaterThanOrEqual(2);
    expect(part('reactivated/2018-01-01').drawn.height).toBe(0);
  });

  it('can be hit, each of them, also by their figures below', () => {
    for (const one of parts) {
      expect(one.height).toBeGreaterThanOrEqual(8);
      expect(cellAt(parts, one.left + one.width / 2, one.top + one.height / 2)?.key).toBe(one.key);
      const { also } = one;
      expect(also && cellAt(parts, also.left + 1, also.top + also.height / 2)?.key).toBe(one.key);
    }
  });
});

describe('the room', () => {
  it('has figures where each of them fits', () => {
    expect(layoutOf(modelOf(SHOP), 800, 300, true).figures).toBeDefined();
    expect(layoutOf(modelOf(SHOP), 800, 200, true).figures).toBeUndefined();
    expect(layoutOf(modelOf(SHOP), 800, 300, false).figures).toBeUndefined();
    expect(layoutOf(modelOf(manyWeeks(60, 1_000), 'week'), 800, 300, true).figures).toBeUndefined();
  });

  it('keeps the latest steps where there are too many to be told apart', () => {
    const rows = manyWeeks(600, 1_000);
    const { steps, stepWidth } = layoutOf(modelOf(rows, 'week'), 400, 300, true);
    expect(steps.length).toBeLessThan(100);
    expect(steps.at(-1)?.day).toBe(rows.at(-1)?.day);
    expect(stepWidth).toBeGreaterThanOrEqual(5);
  });

  it.each([300, 404, 1_000, 1_400])('names steps side by side inside %i px, the last one among them', (width) => {
    const rows = manyWeeks(104, 10);
    const layout = layoutOf(modelOf(rows, 'week'), width, 300, true);
    const names = stepNames(layout, 'week');
    expect(names.at(-1)?.day).toBe(rows.at(-1)?.day);
    const half = 40;
    names.slice(1).forEach(({ x }, index) => expect(x - (names[index]?.x ?? 0)).toBeGreaterThan(half));
    expect(names.every(({ x }) => x > 0 && x < width)).toBe(true);
  });
});

it.each([true, false])('colours stand out from the page (dark: %s) and from one another', (isDark) => {
  const page = isDark ? '#181b1f' : '#ffffff';
  const colors = LIFECYCLE_STAGES.map((stage) => stageColor(stage, { isDark }));
  for (const color of colors) expect(contrast(color, page)).toBeGreaterThanOrEqual(3);
  expect(new Set(colors).size).toBe(LIFECYCLE_STAGES.length);
});
