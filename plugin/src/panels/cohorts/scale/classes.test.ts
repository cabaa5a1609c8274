import { contrast, readableOn } from '@contract';
import { readCohorts } from '../data/readCohorts';
import { cohortFrame, manyRows, SHOP, type CohortRow } from '../testing/frames';
import { classesOf, classOf, MOST_CLASSES } from './classes';
import { rampOf } from './ramp';

function modelOf(rows: readonly CohortRow[]) {
  const reading = readCohorts([cohortFrame(rows)]);
  if (reading.state !== 'ready') throw new Error(reading.state);
  return reading.model;
}

describe('classes of values', () => {
  it('have round bounds of equal width, up to where the values are', () => {
    const classes = classesOf(modelOf(manyRows(24, 5_000)), 'retention');
    expect(classes.bounds).toEqual([0.001, 0.002, 0.003, 0.004]);
    expect(classesOf(modelOf(manyRows(24, 5_000)), 'customers').bounds).toEqual([5, 10, 15, 20]);
    expect(classesOf(modelOf(manyRows(24, 5_000)), 'revenue').bounds).toEqual([100, 200, 300, 400, 500]);
  });

  it('leave the first period out, in which every cohort is whole', () => {
    expect(Math.max(...classesOf(modelOf(SHOP), 'retention').bounds)).toBeLessThan(0.01);
  });

  it('are not stretched by one customer who came back alone', () => {
    const alone = [0, 1].map((period) => ({
      cohort: '2015-12-01',
      period,
      cohort_customers: 1,
      customers: 1,
      revenue: 10,
    }));
    const rows = [...alone, ...manyRows(24, 5_000)];
    const classes = classesOf(modelOf(rows), 'retention');
    expect(classes).toEqual(classesOf(modelOf(manyRows(24, 5_000)), 'retention'));
    expect(classOf(1, classes)).toBe(classes.bounds.length);
  });

  it('tell values below one per cent apart', () => {
    const model = modelOf(manyRows(24, 5_000));
    const classes = classesOf(model, 'retention');
    const used = new Set(
      model.cohorts.flatMap(({ cells }) => cells.slice(1).map((cell) => classOf(cell.retention, classes))),
    );
    expect(used.size).toBeGreaterThanOrEqual(5);
  });

  it('hold their upper bound, and nothing is in none', () => {
    const classes = { bounds: [0.001, 0.002] };
    expect([0, -1, 0.0005, 0.001, 0.0011, 0.002, 0.9].map((value) => classOf(value, classes))).toEqual([
      undefined,
      undefined,
      0,
      0,
      1,
      1,
      2,
    ]);
  });

  it.each([
    ['nobody came back', SHOP.map((row) => (row.period > 0 ? { ...row, customers: 0, revenue: 0 } : row))],
    ['nothing is known but the first period', SHOP.filter(({ period }) => period === 0)],
  ])('are none where %s', (_, rows) => {
    expect(classesOf(modelOf(rows), 'retention')).toEqual({ bounds: [] });
    expect(classesOf(modelOf(rows), 'revenue')).toEqual({ bounds: [] });
  });

  it('count whole customers, and at least two classes are told apart', () => {
    const rows = SHOP.map((row) => (row.period > 0 ? { ...row, customers: 1 } : row));
    expect(classesOf(modelOf(rows), 'customers').bounds).toEqual([1]);
  });
});

describe.each([true, false])('colours of the classes (dark page: %s)', (isDark) => {
  const page = isDark ? '#181b1f' : '#ffffff';

  it.each([1, 2, 3, 4, 5, MOST_CLASSES])('can be told apart by their lightness, and written on: %i', (count) => {
    const colors = rampOf(count, { isDark });
    expect(new Set(colors).size).toBe(count);
    for (const color of colors) expect(contrast(color, readableOn(color))).toBeGreaterThanOrEqual(4.5);
    const away = colors.map((color) => contrast(color, page));
    expect(away).toEqual(away.toSorted((one, other) => one - other));
    away.slice(1).forEach((one, index) => expect(one / (away[index] ?? 1)).toBeGreaterThan(1.3));
  });
});
