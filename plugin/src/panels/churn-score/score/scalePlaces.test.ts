import { probabilityAtOdds } from '@contract';
import { placeOf, scalePlaces } from './scalePlaces';

const BASE = 0.98;
const bounds = { baseRate: BASE, highFrom: probabilityAtOdds(0.75, BASE), lowTo: probabilityAtOdds(1.5, BASE) };

describe('the scale', () => {
  it('has the average where the odds are one, and equal distances for half and twice', () => {
    const { average } = scalePlaces({ ...bounds, odds: 1 }, 400);
    const [half, twice] = [0.5, 2].map((odds) => scalePlaces({ ...bounds, odds }, 400).customer);
    expect(average).toBeCloseTo(200);
    expect(average - (half ?? 0)).toBeCloseTo((twice ?? 0) - average);
  });

  it('is covered by the three bands', () => {
    const { zones } = scalePlaces({ ...bounds, odds: 1 }, 400);
    expect(zones.map(({ band }) => band)).toEqual(['high', 'medium', 'low']);
    expect(zones.map(({ to }) => to).slice(0, 2)).toEqual([expect.closeTo(0.75), expect.closeTo(1.5)]);
    expect(zones.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(400);
  });

  it('grows to hold a customer far away, and what is beside', () => {
    const { customer, zones } = scalePlaces({ ...bounds, odds: 30 }, 400, [0.05]);
    expect(customer).toBeLessThan(400);
    expect(zones[0]?.from).toBeLessThan(0.05);
  });

  it.each([0, Number.POSITIVE_INFINITY, Number.NaN])('stays whole with odds of %d', (odds) => {
    const { zones, customer } = scalePlaces({ ...bounds, odds }, 400);
    expect(zones.every(({ left, width }) => Number.isFinite(left) && width > 0)).toBe(true);
    expect(customer).toBe(odds === Number.POSITIVE_INFINITY ? 400 : 0);
  });

  it.each([150, 300, 600, 1200])('writes no tick over another at %d px, the average always', (width) => {
    const { ticks } = scalePlaces({ ...bounds, odds: 0.6 }, width);
    expect(ticks.map(({ label }) => label)).toContain('average');
    const gaps = ticks.slice(1).map(({ x }, index) => x - (ticks[index]?.x ?? 0));
    expect(Math.min(width, ...gaps)).toBeGreaterThan(30);
    expect(ticks.every(({ x }) => x > 0 && x < width)).toBe(true);
  });

  it('shortens the names of bands that are narrow', () => {
    expect(scalePlaces({ ...bounds, odds: 1 }, 200).zones[1]?.label).toBe('●');
    expect(scalePlaces({ ...bounds, odds: 1 }, 900).zones[1]?.label).toBe('● Medium risk');
  });

  it('finds the place of other odds', () => {
    const places = scalePlaces({ ...bounds, odds: 0.5 }, 400);
    expect(placeOf(0.5, places, 400)).toBeCloseTo(places.customer);
  });
});
