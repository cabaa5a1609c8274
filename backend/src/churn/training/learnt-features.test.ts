import { EVENT_FEATURES, ORDER_FEATURES } from '../features/feature-specs';
import { FEWEST_WITH_EVENTS, learntFeatures } from './learnt-features';

/** What is learnt from where each feature of events says something of so many customers. */
async function learnt(customers: Record<string, number>): Promise<string[]> {
  const rows = [{ ...Object.fromEntries(EVENT_FEATURES.map((key) => [key, 0])), ...customers }];
  const features = await learntFeatures({ rows: () => Promise.resolve(rows) }, '2018-03-01');
  expect(features.slice(0, ORDER_FEATURES.length)).toEqual(ORDER_FEATURES);
  return features.slice(ORDER_FEATURES.length);
}

it('learns nothing from events where there are none', async () => {
  expect(await learnt({})).toEqual([]);
});

it('learns from those that enough customers have, each by itself', async () => {
  const [few, enough] = [FEWEST_WITH_EVENTS - 1, FEWEST_WITH_EVENTS];
  expect(await learnt({ support_tickets: few, failed_payments: enough, pages_viewed: 5_000 })).toEqual([
    'failed_payments',
    'pages_viewed',
  ]);
});
