import type { PlaceFigures } from './measures';
import { shadingOf } from './shading';

const place = (figures: Partial<PlaceFigures>) => ({ figures: figures as PlaceFigures });
/** States by the share of their customers at high risk. */
const shadingOfShares = (...shares: number[]) =>
  shadingOf(
    shares.map((high_risk_share) => place({ customers: 10, high_risk_share })),
    'high_risk_share',
    'auto',
  );

it('lets nothing stand out where nobody is at risk anywhere', () => {
  const { classes, colors } = shadingOfShares(0, 0, 0);
  expect([classes.length, colors]).toEqual([1, 2]);
});

it('shows the plain colour where all are at the same risk', () => {
  expect(shadingOfShares(0.3, 0.3).colors).toBe(1);
});

it('tells a state without customers from one that sold nothing and from one of which nothing is known', () => {
  const { shadeOf } = shadingOf([place({ customer_base: 1, revenue: 5 })], 'revenue', 'auto');
  expect(shadeOf(undefined)).toEqual({ kind: 'absent' });
  expect(shadeOf(place({ customer_base: 0, revenue: 0 }))).toEqual({ kind: 'absent' });
  expect(shadeOf(place({ customer_base: 2, revenue: 0 }))).toEqual({ kind: 'zero' });
  expect(shadeOf(place({ customer_base: 2, revenue: null }))).toEqual({ kind: 'unknown' });
  expect(shadeOf(place({ customer_base: 2, revenue: 5 }))).toEqual({ kind: 'class', index: 0 });
});
