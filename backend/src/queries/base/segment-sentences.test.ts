import { NOT_YET, SEGMENTS } from '../../contract';
import { rowsOf, sampleShop, type Shop } from '../testing/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const RANGE = { from: '2017-01-01', to: '2018-06-30' };
const rows = async (model: object) => rowsOf((await shop.ask(model, RANGE)).frames[0]);
const headline = async (more: object = {}) =>
  String((await rows({ kind: 'headline', topic: 'segments', ...more }))[0]?.text);

const rank = (segment: unknown) => SEGMENTS.findIndex((name) => name === segment);
const whole = (value: number) => Math.round(value).toLocaleString('en-US');

it('counts who slipped, rose and came, as the movement between segments does', async () => {
  const moves = await rows({ kind: 'segment_moves', days: 90 });
  const customers = (wanted: (from: unknown, to: unknown) => boolean) =>
    moves
      .filter(({ from_segment: from, to_segment: to }) => wanted(from, to))
      .reduce((sum, one) => sum + Number(one.customers), 0);
  const known = (from: unknown) => from !== NOT_YET;
  const worse = customers((from, to) => known(from) && rank(to) > rank(from));
  const better = customers((from, to) => known(from) && rank(to) < rank(from));
  expect(Math.min(worse, better)).toBeGreaterThan(0);
  expect(await headline()).toContain(
    `In the 90 days to Jun 30, 2018, ${whole(worse)} customers slipped to a worse segment, ${whole(better)} rose to a ` +
      `better one and ${whole(customers((from) => !known(from)))} came as new customers. Most slipped from “`,
  );
});

it('tells how many newcomers buy again in the next month, of months that are over', async () => {
  const cells = await rows({ kind: 'cohorts' });
  const next = cells.filter(({ period, complete }) => period === 1 && complete === true);
  const [size, back] = ['cohort_customers', 'customers'].map((key) =>
    next.reduce((sum, one) => sum + Number(one[key]), 0),
  );
  const text = `${((Number(back) / Number(size)) * 100).toFixed(1)}% of newcomers buy again`;
  expect(await headline()).toContain(text);
});

it('keeps to the filters, and says when nobody is left', async () => {
  expect(await headline({ filters: { state: ['RJ'] } })).not.toBe(await headline());
  expect(await headline({ filters: { state: ['XX'] } })).toContain('There are no customers here.');
});

it('says the same in Portuguese, with the names of segments', async () => {
  const text = await headline({ language: 'pt-BR' });
  expect(text).toMatch(/Nos 90 dias até 30 de jun\. de 2018, [\d.]+ clientes caíram para um segmento pior/);
  expect(text).not.toMatch(/Promising|About to sleep|Hibernating/);
});
