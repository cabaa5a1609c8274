import { DEFAULT_SETTINGS } from '../contract';
import { scoredAlone, type Bought } from './testing/scored';

const once = (...days: number[]): Bought[] => days.map((daysAgo) => ({ daysAgo: [daysAgo] }));
const times = (count: number, daysAgo: number): Bought[] =>
  Array.from({ length: count }, () => ({ daysAgo: [daysAgo] }));
const segmentsOf = async (customers: Bought[]) => (await scoredAlone(customers)).map(({ segment }) => segment);
const recenciesOf = async (customers: Bought[]) => (await scoredAlone(customers)).map(({ recency }) => recency);

describe('fewer than five customers have no fifths', () => {
  it.each([
    [0, 5, 'New'],
    [44, 5, 'New'],
    [45, 4, 'Promising'],
    [90, 3, 'About to sleep'],
    [135, 2, 'Hibernating'],
    [179, 2, 'Hibernating'],
    [180, 1, 'Lost'],
    [700, 1, 'Lost'],
  ])('and whoever is alone and bought %d days ago scores %d in recency: %s', async (days, recency, segment) => {
    expect(await scoredAlone(once(days))).toEqual([{ recency, frequency: 1, monetary: 3, segment }]);
  });

  it.each([2, 3, 4])('so that none of %d is lost who has just bought', async (count) => {
    const customers = once(...Array.from({ length: count }, (_, i) => i));
    expect(new Set(await segmentsOf(customers))).toEqual(new Set(['New']));
  });

  it('by the days after which this shop calls a customer churned', async () => {
    const [scored] = await scoredAlone(once(30), { ...DEFAULT_SETTINGS, churnDays: 30 });
    expect(scored?.segment).toBe('Lost');
  });

  it('and what they paid still tells them apart', async () => {
    const scored = await scoredAlone([10, 20, 30].map((price) => ({ daysAgo: [1], price })));
    expect(scored.map(({ monetary }) => monetary)).toEqual([1, 3, 4]);
  });
});

describe('equal customers', () => {
  it('who are all there are stand where their days put them, and in the middle of what is paid', async () => {
    const all = await scoredAlone(times(20, 3));
    expect(new Set(all.map(({ segment }) => segment))).toEqual(new Set(['New']));
    expect(new Set(all.map(({ monetary }) => monetary))).toEqual(new Set([3]));
    expect(new Set(await segmentsOf(times(20, 400)))).toEqual(new Set(['Lost']));
  });

  it('who are more than a fifth stay within the fifths that they reach into', async () => {
    // Half of all bought yesterday, a quarter long before, and a quarter between: ranks hold whatever the days say.
    const recencies = await recenciesOf([...times(10, 400), ...times(10, 300), ...times(20, 1)]);
    expect(recencies).toEqual([...Array(10).fill(1), ...Array(10).fill(2), ...Array(20).fill(5)]);
  });

  it('who are more than a fifth and all others have bought since are not put above these', async () => {
    const recencies = await recenciesOf([...times(4, 2), ...times(4, 1), ...times(2, 0)]);
    expect(recencies).toEqual([...Array(4).fill(2), ...Array(4).fill(4), ...Array(2).fill(5)]);
  });
});

describe('fifths', () => {
  it('are counted among five customers or more, whatever their days', async () => {
    expect(await recenciesOf(once(4, 3, 2, 1, 0))).toEqual([1, 2, 3, 4, 5]);
    expect(await recenciesOf(once(900, 800, 700, 600, 500))).toEqual([1, 2, 3, 4, 5]);
  });

  it('take equal customers for one, up to a fifth of all', async () => {
    const customers = [...times(2, 5), ...once(4, 3, 2, 1), ...times(2, 0), ...once(9, 8)];
    expect(await recenciesOf(customers)).toEqual([2, 2, 3, 3, 4, 4, 5, 5, 1, 1]);
  });

  it('of repeat customers are quarters of their own: the only one scores 2', async () => {
    const scored = await scoredAlone([{ daysAgo: [100, 3] }, ...once(1, 2, 4, 5, 6)]);
    expect(scored.map(({ frequency }) => frequency)).toEqual([2, 1, 1, 1, 1, 1]);
  });
});
