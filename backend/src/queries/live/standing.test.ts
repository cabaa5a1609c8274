import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../contract';
import { scoredAlone } from '../../segments/testing/scored';
import { Standing } from './standing';

const customer = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 3 });
const shop = fc.oneof(
  fc.array(customer, { minLength: 1, maxLength: 6 }),
  fc.array(customer, { minLength: 5, maxLength: 40 }),
  // Many who are equal.
  fc.array(fc.constantFrom([1], [1, 90], [200], [150]), { minLength: 1, maxLength: 20 }),
);

it('gives customers the segments that a build gives them', async () => {
  await fc.assert(
    fc.asyncProperty(shop, fc.integer({ min: 30, max: 365 }), async (customers, churnDays) => {
      const settings = { ...DEFAULT_SETTINGS, churnDays };
      const built = await scoredAlone(
        customers.map((daysAgo) => ({ daysAgo })),
        settings,
      );
      const own = customers.map((days) => ({ frequency: days.length, recency_days: Math.min(...days), customers: 1 }));
      const standing = new Standing(own);
      const live = own.map(({ recency_days, frequency }) => standing.segmentOf(settings, recency_days, frequency));
      expect(live).toEqual(built.map(({ segment }) => segment));
    }),
    { numRuns: 60 },
  );
});

it('knows a first customer, whom no build has counted', () => {
  const standing = new Standing([]);
  expect(standing.segmentOf(DEFAULT_SETTINGS, 0, 1)).toBe('New');
  expect(standing.segmentOf(DEFAULT_SETTINGS, 400, 1)).toBe('Lost');
});
