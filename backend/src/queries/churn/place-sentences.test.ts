import { rowsOf, sampleShop, type Shop } from '../testing/shop';
import { extremes } from './place-sentences';
import { fakeModel } from './testing/fake-model';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const RANGE = { from: '2018-01-01', to: '2018-06-30' };
const rows = async (model: object, options: object = {}) =>
  rowsOf((await shop.ask(model, { ...RANGE, ...options })).frames[0]);
const headline = async (more: object = {}, options: object = {}) =>
  String((await rows({ kind: 'headline', topic: 'places', ...more }, options))[0]?.text);
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

it('names the states with the most revenue, as the breakdown has them', async () => {
  const states = await rows({ kind: 'breakdown', by: 'state' });
  const all = states.reduce((sum, { revenue }) => sum + Number(revenue), 0);
  const [first, second, third] = states.map(({ state, revenue }) => `${state} (${percent(Number(revenue) / all)})`);
  expect(await headline()).toContain(
    `came from ${states.length} states, most of it from ${first}, ${second} and ${third}.`,
  );
});

it('names who did best and worst among states that weigh something', async () => {
  const states = await rows({ kind: 'breakdown', by: 'state', compare: true });
  const all = states.reduce((sum, { revenue }) => sum + Number(revenue), 0);
  const known = states
    .filter(({ revenue, change }) => change !== null && Number(revenue) / all >= 0.01)
    .sort((a, b) => Number(b.change) - Number(a.change));
  const text = await headline();
  expect(text).toContain(`Against the period before, the best change was in ${known[0]?.state} (`);
  expect(text).toContain(`the worst in ${known[known.length - 1]?.state} (`);
});

it('tells where risk is highest once there are scores', async () => {
  expect(await headline()).not.toContain('high risk');
  const options = { scorer, settings: { riskBands: { high: 1.2, low: 1.5 } } };
  const states = await rows({ kind: 'risk_summary', by: 'state', status: ['active'] }, options);
  const all = states.reduce((sum, { customers }) => sum + Number(customers), 0);
  const [worst] = states
    .filter(({ customers }) => Number(customers) / all >= 0.01)
    .sort((a, b) => Number(b.high_risk_share) - Number(a.high_risk_share));
  const text = `The share of active customers at high risk is largest in ${worst?.state} (${percent(Number(worst?.high_risk_share))})`;
  expect(await headline({}, options)).toContain(text);
});

it('says the same in Portuguese', async () => {
  expect(await headline({ language: 'pt-BR' })).toMatch(
    /R\$ [\d.,]+ (mil|mi) de receita vieram de \d+ estados, a maior parte de /,
  );
});

it('compares nothing where one state is left, and says when nothing was sold', async () => {
  const one = await headline({ filters: { state: ['RJ'] } });
  expect(one).toMatch(/came from 1 state: RJ\.$/);
  expect(await headline({ filters: { state: ['XX'] } })).toContain('There were no purchases in this time range.');
});

it.each<[string, number[], number[]]>([
  ['they differ', [0.1, 0.3, 0.2], [0.3, 0.1]],
  ['all are alike', [0, 0, 0], []],
  ['there is but one', [0.3], []],
  ['there is none', [], []],
])('compares the largest and the smallest where there is something to compare: %s', (_, shares, compared) => {
  const numbers = shares.map((share, i) => ({ name: `S${i}`, share }));
  expect(extremes(numbers).map(({ share }) => share)).toEqual(compared);
});
