import { DEFAULT_BANDS, DEFAULT_SETTINGS } from '../../contract';
import type { ChurnModel } from '../../churn/model/churn-model';
import { smallModel } from '../../churn/model/testing/small-model';
import { servedModel } from '../../churn/scoring/served-model';
import { sampleTraining, type SampleTraining } from '../../churn/training/testing/sample-training';
import type { Champion } from '../../churn/model/keeper';
import { modelScorer } from './model-scorer';
import type { ModelSource } from './model-source';
import type { ScoreRequest } from './scorer';

jest.setTimeout(60_000);

let shop: SampleTraining;
let model: ChurnModel;
beforeAll(async () => {
  shop = await sampleTraining(300);
  model = await smallModel();
});
afterAll(() => shop.close());

const championOf = (made: ChurnModel): Champion => ({ model: made, served: servedModel(made) });
const source = (changes: Partial<ModelSource>): ModelSource => ({
  current: () => undefined,
  reason: () => undefined,
  coming: () => false,
  ...changes,
});

/** Asks with a request as of the last day. */
const asking = <T>(work: (request: ScoreRequest) => Promise<T>): Promise<T> =>
  shop.warehouse.use((engine, generation) =>
    work({
      engine,
      generation,
      asOf: '2018-08-28',
      settings: { ...DEFAULT_SETTINGS, riskBands: DEFAULT_BANDS },
      snapshot: (use) => use('(SELECT customer_key, customer_id FROM dim_customers)'),
    }),
  );

test('scores with the champion, one table for all who ask', async () => {
  const champion = championOf(model);
  const scorer = modelScorer(source({ current: () => champion }));
  expect(scorer.modelId()).toBe(model.facts.id);
  const ask = () => asking((request) => scorer.scored(request, async ({ table }) => table));
  expect(await ask()).toBe(await ask());
});

test('another champion scores anew, and the tables of the one before are dropped', async () => {
  let champion = championOf(model);
  const scorer = modelScorer(source({ current: () => champion }));
  await asking(async (request) => {
    const before = await scorer.scored(request, async ({ table }) => table);
    champion = championOf({ ...model, facts: { ...model.facts, id: 'churn-180-next' } });
    const after = await scorer.scored(request, async ({ table, model: used }) => ({ table, id: used.facts.id }));
    expect(after.id).toBe('churn-180-next');
    expect(after.table).not.toBe(before);
    await expect(request.engine.rows(`SELECT * FROM ${before}`)).rejects.toThrow('does not exist');
  });
});

test('says why there is no score without a model', async () => {
  const ask = (changes: Partial<ModelSource>) =>
    asking((request) => modelScorer(source(changes)).scored(request, async ({ table }) => table));
  await expect(ask({})).rejects.toThrow('No churn model has been trained yet');
  await expect(
    ask({ reason: () => ({ en: 'There is too little data.', 'pt-BR': 'Há dados de menos.' }) }),
  ).rejects.toThrow('There is too little data.');
  await expect(ask({ coming: () => true })).rejects.toThrow('is being opened');
});

test('refuses to score where a hard gate failed, and says which; a soft one forbids nothing', async () => {
  const failed = { ...model.gates[0]!, passed: false, message: 'There are 20 customers, fewer than 300.' };
  const ask = (hard: boolean) => {
    const champion = championOf({ ...model, gates: [{ ...failed, hard }] });
    const scorer = modelScorer(source({ current: () => champion }));
    return asking((request) => scorer.scored(request, async ({ model: used }) => used.facts.id));
  };
  await expect(ask(true)).rejects.toThrow('There are 20 customers, fewer than 300.');
  expect(await ask(false)).toBe(model.facts.id);
});

test('knows what a returning customer is worth, while a model serves', () => {
  const champion = championOf(model);
  expect(modelScorer(source({})).valueIfReturns?.(1, 100)).toBeUndefined();
  expect(modelScorer(source({ current: () => champion })).valueIfReturns?.(1, 100)).toBeGreaterThan(0);
});
