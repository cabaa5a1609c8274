import { QUALITY_FIGURES } from '../../contract';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { fakeModel } from './testing/fake-model';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
async function rows(model: object, options: AskOptions = { scorer }) {
  const { status, error, frames } = await shop.ask(model, options);
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]);
}
const headline = async (query: object, options?: AskOptions) =>
  String((await rows({ kind: 'headline', ...query }, options))[0]?.text);
const sum = (list: readonly Record<string, unknown>[], key: string) =>
  list.reduce((total, row) => total + Number(row[key]), 0);
const whole = (value: number) => Math.round(value).toLocaleString('en-US');

describe('the headline about risk', () => {
  it('counts active customers, those who will return and those at high risk, as the summary does', async () => {
    const wide = { scorer, settings: { riskBands: { high: 1.2, low: 1.5 } } };
    const text = await headline({ topic: 'risk' }, wide);
    const bands = await rows({ kind: 'risk_summary', by: 'band', status: ['active'] }, wide);
    expect(sum(bands, 'high_risk_customers')).toBeGreaterThan(0);
    expect(text).toContain(`Of ${whole(sum(bands, 'customers'))} active customers`);
    expect(text).toContain(`, ${whole(sum(bands, 'expected_returners'))} (`);
    expect(text).toContain(`${whole(sum(bands, 'high_risk_customers'))} are at high risk`);
    expect(text).toMatch(/^Sample data, not a real shop\. .* of it in [A-Z]{2}, [A-Z]{2} and [A-Z]{2}\.$/);
  });

  it('compares what is at stake with the month end about a month before', async () => {
    const options = { scorer, to: '2018-05-31', settings: { riskBands: { high: 1.2, low: 1.5 } } };
    const worth = async (to: string) =>
      sum(
        await rows({ kind: 'risk_summary', by: 'state', status: ['active'] }, { ...options, to }),
        'high_risk_revenue',
      );
    const change = (await worth('2018-05-31')) / (await worth('2018-04-30')) - 1;
    const text = await headline({ topic: 'risk' }, options);
    expect(Math.abs(change)).toBeGreaterThan(0.001);
    const amount = `${(Math.abs(change) * 100).toFixed(1)}%`;
    expect(text).toContain(` at stake (${amount} ${change > 0 ? 'more' : 'less'} than a month before)`);
  });

  it('keeps to the filters: names no states where one is left, and says when nobody is', async () => {
    expect(await headline({ topic: 'risk', filters: { state: ['RJ'] } })).not.toContain(' of it in ');
    expect(await headline({ topic: 'risk', filters: { band: ['low'] } })).toContain('None of them is at high risk.');
    expect(await headline({ topic: 'risk', filters: { state: ['XX'] } })).toContain('no active customers');
  });

  it('says why there are no scores instead of failing, and speaks anew once there is a model', async () => {
    expect(await headline({ topic: 'risk' }, {})).toContain('No churn model has been trained yet');
    const failed = fakeScorer(fakeModel({ id: 'failed', failedGate: 'hard' }));
    expect(await headline({ topic: 'risk' }, { scorer: failed })).toContain('Too little of history');
    expect(await headline({ topic: 'risk' })).toContain('active customers');
  });
});

describe('the headline about the model', () => {
  it('says how it ranks against recency alone, and whether its forecast came true', async () => {
    const text = await headline({ topic: 'model' });
    expect(text).toContain('3.0 times as many came back as on average (by recency alone: 1.5 times)');
    expect(text).toContain('in 64% of cases (recency alone: 57%, a coin: 50%)');
    expect(text).toContain('Of 1,000 customers as of Jan 1, 2018, it expected 50 to come back; 50 did.');
    expect(text).not.toContain('checks');
  });

  it('counts the checks that failed, and says why there is no model', async () => {
    const weak = fakeScorer(fakeModel({ id: 'weak', failedGate: 'soft' }));
    expect(await headline({ topic: 'model' }, { scorer: weak })).toContain('1 of 2 checks failed');
    expect(await headline({ topic: 'model' }, {})).toContain('No churn model has been trained yet');
  });
});

it('speaks of sales unless asked otherwise, and knows no other topics', async () => {
  expect(await headline({})).toBe(await headline({ topic: 'sales' }));
  const { status, error } = await shop.ask({ kind: 'headline', topic: 'weather' }, { scorer });
  expect([status, error]).toEqual([400, expect.stringContaining('topic')]);
});

describe('the figures of the model', () => {
  const figures = async (query: object = {}) => {
    const { frames } = await shop.ask({ kind: 'model_quality', view: 'figures', ...query }, { scorer });
    return frames[0]?.fields.map(({ column, config }) => [column.name, config?.displayName]) ?? [];
  };

  it('have names that say what to compare them with', async () => {
    const all = await figures();
    expect(all.map(([name]) => name)).toEqual(QUALITY_FIGURES);
    expect(all[2]).toEqual(['roc_auc', 'ROC-AUC (recency alone: 0.570)']);
    expect(all[4]).toEqual(['score_drift', 'Score drift (large; large from 0.25)']);
  });

  it('can be asked for one by one', async () => {
    expect(await figures({ figure: 'expected_returners' })).toEqual([['expected_returners', 'came back: 50']]);
  });
});

it('does not take the ends of a confidence interval for risk bands', async () => {
  const { frames } = await shop.ask({ kind: 'model_quality', view: 'metrics' }, { scorer });
  const names = frames[0]?.fields.map(({ column, config }) => [column.name, config?.displayNameFromDS]) ?? [];
  expect(Object.fromEntries(names)).toMatchObject({ low: 'Lower end (95%)', high: 'Upper end (95%)' });
});

it('counts each bin of the distribution once more in the column of its band', async () => {
  const bins = await rows({ kind: 'score_distribution' });
  for (const bin of bins) {
    const own = [bin.high_risk, bin.medium_risk, bin.low_risk].filter((count) => count !== null);
    expect(own).toEqual([bin.customers]);
    expect(bin[`${String(bin.band)}_risk`]).toBe(bin.customers);
  }
  expect(bins[1]?.odds).toBe(`${Number(bins[1]?.odds_from).toFixed(2)} – ${Number(bins[1]?.odds_to).toFixed(2)}`);
});

describe('in Portuguese', () => {
  const inPortuguese = (query: object) => headline({ language: 'pt-BR', ...query });

  it('speaks of sales with the same figures', async () => {
    const [english, portuguese] = [await headline({}), await inPortuguese({})];
    expect(portuguese).toMatch(/^Dados de exemplo, não de uma loja real\. R\$ [\d,.]+ (mi|mil) de receita em /);
    const digits = (text: string) => text.replace(/[.,]/g, '').match(/\d+/g);
    expect(digits(portuguese)).toEqual(digits(english));
  });

  it('says when nothing was sold', async () => {
    expect(await inPortuguese({ filters: { state: ['XX'] } })).toContain('Não houve compras neste período.');
  });
});

it.each(['risk', 'model'])('says the same of %s in Portuguese, with the same figures', async (topic) => {
  const [english, portuguese] = [await headline({ topic }), await headline({ topic, language: 'pt-BR' })];
  expect(portuguese).toMatch(/clientes/);
  expect(portuguese).not.toMatch(/\b(customers|the|of)\b/);
  const digits = (text: string) => text.replace(/[.,]/g, '').match(/\d+/g)?.length;
  expect(digits(portuguese)).toEqual(digits(english));
});
