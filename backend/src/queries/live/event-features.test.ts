import { EVENT_FEATURES } from '../../churn/features/feature-specs';
import type { MadeEvent } from '../../churn/features/testing/made-events';
import { builtInPlaybook } from '../../churn/playbook/load-playbook';
import type { ChurnModel } from '../../churn/model/churn-model';
import { servedModel } from '../../churn/scoring/served-model';
import { sampleTraining, type SampleTraining } from '../../churn/training/testing/sample-training';
import { seededRandom } from '../../churn/evaluation';
import { resolveSettings } from '../../contract';
import type { ScoredProfile } from '../../events/profile';
import { eventsAfter } from '../../events/process/logged-event';
import { openEventStore } from '../../events/store/store';
import { factRows } from '../churn/model-quality/facts';
import { LiveScoring } from './live-scorer';
import { append } from './testing/append';

jest.setTimeout(120_000);

/** A purchase, and after how many days the next one came, if one did within 180. */
const PURCHASES = `
  SELECT customer_id, strftime(purchase_day, '%Y-%m-%d') AS day,
    coalesce(lead(purchase_day) OVER (PARTITION BY customer_key ORDER BY purchase_day) - purchase_day, 999) <= 180 AS back
  FROM (SELECT DISTINCT customer_key, purchase_day FROM fct_orders WHERE is_purchase)
  JOIN dim_customers USING (customer_key)
  ORDER BY customer_id, day`;

/** Customers of the last weeks to whom nothing bad has happened. */
const UNTROUBLED = `
  SELECT customer_id FROM dim_customers
  WHERE customer_key IN (
    SELECT customer_key FROM fct_orders WHERE is_purchase
    GROUP BY customer_key HAVING max(purchase_day) > (SELECT max(purchase_day) FROM fct_orders) - 60
  ) AND customer_key NOT IN (SELECT customer_key FROM fct_customer_events)
  ORDER BY customer_id LIMIT 5`;

/** Chance of each, soon after a purchase, where the customer did not come back after it, and where it was so. */
const PLANTED = { payment_failed: [0.6, 0.05], support_ticket_opened: [0.5, 0.1] } as const;

let shop: SampleTraining;
let without: ChurnModel;
let model: ChurnModel;
beforeAll(async () => {
  shop = await sampleTraining(1_500, { repeatRate: 0.4 });
  without = await shop.train({ trees: 5 });
  await shop.takeIn({ customer_events: await plantedEvents() });
  model = await shop.train({ trees: 5 });
});
afterAll(() => shop.close());

async function plantedEvents(): Promise<MadeEvent[]> {
  const random = seededRandom(4);
  const { regularLastDay } = shop.warehouse.generation;
  const purchases = await shop.warehouse.use((engine) => engine.rows(PURCHASES));
  return purchases.flatMap(({ customer_id, day, back }) =>
    Object.entries(PLANTED).flatMap(([event_type, [left, stayed]]) => {
      const at = new Date(Date.parse(String(day)) + 864e5 * (1 + 9 * random()));
      const occurred_at = at.toISOString().replace('T', ' ').replace('Z', '');
      const happens = random() < (back === true ? stayed : left) && occurred_at.slice(0, 10) <= regularLastDay;
      return happens ? [{ customer_unique_id: String(customer_id), event_type, occurred_at }] : [];
    }),
  );
}

const prAuc = ({ quality }: ChurnModel): number =>
  quality.metrics.find((row) => row.model === 'model' && row.metric === 'pr_auc')!.value;

it('a model of a shop without events knows nothing of them', () => {
  expect(without.features.filter((key) => EVENT_FEATURES.includes(key))).toEqual([]);
});

it('a model learns from the events that there are, and is the better for it', () => {
  expect(model.features.filter((key) => EVENT_FEATURES.includes(key))).toEqual(['support_tickets', 'failed_payments']);
  const importance = new Map(model.quality.importance.map((row) => [row.feature, row.importance]));
  for (const key of ['support_tickets', 'failed_payments']) expect(importance.get(key)).toBeGreaterThan(0);
  expect(prAuc(model)).toBeGreaterThan(prAuc(without));
  const told = (one: ChurnModel) => factRows(servedModel(one), 'en').find(({ fact }) => fact === 'Features')?.value;
  expect([told(without), told(model)]).toEqual(['40', '42, 2 of them from events other than orders']);
});

it('a payment that fails raises the risk at once, and is among the reasons', async () => {
  const store = await openEventStore(shop.out);
  const live = new LiveScoring({
    out: shop.out,
    store,
    settings: resolveSettings({}),
    models: {
      current: () => ({ model, served: servedModel(model) }),
      reason: () => undefined,
      coming: () => false,
    },
    playbook: () => Promise.resolve({ playbook: builtInPlaybook() }),
    generation: () => shop.warehouse.generation,
    foldedUpTo: () => Promise.resolve(0),
  });
  let seq = 0;
  const post = async (type: string, ids: readonly string[]): Promise<Map<string, ScoredProfile>> => {
    const at = `${shop.warehouse.generation.regularLastDay} 12:00:00`;
    const posted = ids.map((id) => ({
      id: `${type}:${id}`,
      type,
      customer_id: id,
      order_id: '',
      occurred_at: at,
      body: '{}',
    }));
    await append(store, posted);
    const { profiles } = await live.score(await eventsAfter(store, seq, ids.length));
    seq += ids.length;
    return new Map(profiles.map((profile) => [profile.customerId, profile]));
  };
  try {
    const ids = (await shop.warehouse.use((engine) => engine.rows(UNTROUBLED))).map((row) => String(row.customer_id));
    expect(ids).toHaveLength(5);
    const before = await post('page_viewed', ids);
    const after = await post('payment_failed', ids);
    for (const id of ids) {
      expect(after.get(id)!.churnProbability).toBeGreaterThan(before.get(id)!.churnProbability);
      expect(before.get(id)!.words.en.reasons.join(' ')).not.toMatch(/payment has failed in/);
      expect(after.get(id)!.words.en.reasons.join(' ')).toContain('1 payment has failed in the last 90 days');
      expect(after.get(id)!.words.en.action).toBe('Help with the payment');
    }
  } finally {
    await live.close();
    await store.close();
  }
});
