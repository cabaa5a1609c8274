import { DEFAULT_SETTINGS } from '../../contract';
import { Answerer } from '../answer';
import { fakeModel } from '../churn/testing/fake-model';
import { fakeScorer } from '../churn/testing/fake-scorer';
import { rowsOf, sampleShop, type Shop } from '../testing/shop';
import { scoredBase } from './scored-base';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

it('knows everyone as the list of scores does, with reasons and purchases', async () => {
  const scorer = fakeScorer(fakeModel({}));
  const listed = rowsOf((await shop.ask({ kind: 'churn_scores', limit: 10_000 }, { scorer })).frames[0]);
  const fault = (_: string, error: unknown): never => {
    throw error;
  };
  const answerer = new Answerer(shop.warehouse, DEFAULT_SETTINGS, fault, scorer);
  await answerer.withEverything(async (context) => {
    const base = scoredBase(context, 0);
    const everyone = await base.everyone(base.asOf);
    expect(everyone.customerId).toHaveLength(listed.length);
    expect((await base.everyone('2000-01-01')).customerId).toEqual([]);
    const at = 5;
    const id = everyone.customerId[at] ?? '';
    const row = listed.find((one) => one.customer_id === id);
    const [profile] = await base.profiles([id]);
    expect(profile).toMatchObject({
      customerId: id,
      asOf: base.asOf,
      relativeOdds: row?.relative_odds,
      revenueAtRisk: row?.revenue_at_risk,
      segment: everyone.segment[at],
      words: { en: { action: row?.action } },
    });
    expect(profile?.words['pt-BR'].reasons.length).toBeGreaterThan(0);
    const purchases = await base.purchases([id]);
    expect(purchases.map(({ day }) => day)).toContain(profile?.lastOrder);
  });
});
