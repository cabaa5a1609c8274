import { DEFAULT_SETTINGS, OPERATIONS_FIGURES, readColumn, startOf } from '../../contract';
import { Answerer } from '../answer';
import { rowsOf, sampleShop, type Shop } from '../testing/shop';

let shop: Shop;
let answerer: Answerer;

beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);

afterAll(() => shop.close());

beforeEach(() => {
  answerer = new Answerer(shop.warehouse, DEFAULT_SETTINGS);
});

const WEBHOOKS = { waiting: 4, dead: 1, receivers: ['crm', 'n8n'], givenUp: [] };

const RANGE = { from: startOf('2018-01-01'), to: startOf('2018-03-01') };
const ask = (model: object) => answerer.answer({ model, range: RANGE, maxDataPoints: 100, fullIds: true });

async function rows(model: object) {
  const { frames, error } = await ask({ kind: 'operations', ...model });
  expect(error).toBeUndefined();
  return rowsOf(frames[0]);
}

describe('operations', () => {
  it('tells every figure in one row of numbers; what cannot be known is null', async () => {
    const [figures] = await rows({});
    expect(Object.keys(figures ?? {})).toEqual([...OPERATIONS_FIGURES]);
    expect(figures).toMatchObject({ queries: 0, failed_share: null, query_p95_seconds: null, model_age_hours: null });
    expect(figures?.data_age_hours).toBeGreaterThanOrEqual(0);
    expect(figures?.data_age_hours).toBeLessThan(1);
    expect(figures?.days_since_purchase).toBeGreaterThan(2_000);
    expect(figures?.rejected_share).toBe(0);
  });

  it('tells no ages below zero when the clock was set back', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000);
    const [figures] = await rows({});
    clock.mockRestore();
    expect(figures?.data_age_hours).toBe(0);
  });

  it('tells how the log of events fares, where there is one', async () => {
    expect((await rows({}))[0]).toMatchObject({
      event_lag_seconds: null,
      events_waiting: null,
      webhooks_waiting: null,
    });
    const events = { lagSeconds: 1.5, waiting: 3, perSecond: 20, deadLetters: 2, webhooks: WEBHOOKS };
    answerer = new Answerer(shop.warehouse, DEFAULT_SETTINGS, undefined, undefined, undefined, () => events);
    expect((await rows({}))[0]).toMatchObject({
      event_lag_seconds: 1.5,
      events_waiting: 3,
      events_per_second: 20,
      webhooks_waiting: 4,
      webhooks_given_up: 1,
      dead_letters: 2,
    });
  });

  it('tells for each receiver how many messages were given up of late', async () => {
    const ago = (minutes: number, receiver: string, messages: number) => {
      const at = Math.floor((Date.now() - minutes * 60_000) / 60_000) * 60_000;
      return { receiver, at, messages };
    };
    // One of them by a clock that was set back since.
    const givenUp = [ago(-900, 'n8n', 7), ago(5, 'n8n', 2), ago(50, 'n8n', 1), ago(70, 'n8n', 40), ago(5, 'gone', 9)];
    const events = { lagSeconds: 0, waiting: 0, perSecond: 0, deadLetters: 0, webhooks: { ...WEBHOOKS, givenUp } };
    answerer = new Answerer(shop.warehouse, DEFAULT_SETTINGS, undefined, undefined, undefined, () => events);
    const told = async (minutes: number) => {
      const { frames } = await ask({ kind: 'operations', figure: 'webhooks_newly_given_up', minutes });
      expect(frames[0]?.meta?.type).toBe('numeric-wide');
      return frames[0]?.fields.map(({ labels, column }) => [labels?.receiver, readColumn(column)[0]]);
    };
    expect(await told(60)).toEqual([
      ['crm', 0],
      ['n8n', 3],
    ]);
    expect(await told(10)).toEqual([
      ['crm', 0],
      ['n8n', 2],
    ]);
  });

  it('tells one figure for an alert rule', async () => {
    const { frames } = await ask({ kind: 'operations', figure: 'days_since_purchase' });
    expect(frames[0]?.meta?.type).toBe('numeric-wide');
    expect(frames[0]?.fields.map(({ column }) => column.name)).toEqual(['days_since_purchase']);
  });

  it('counts what has been asked, each time anew', async () => {
    await ask({ kind: 'sales' });
    await ask({ kind: 'sales' });
    await ask({ kind: 'salez' });
    expect((await rows({ view: 'queries' })).map(({ kind, queries, failed }) => [kind, queries, failed])).toEqual([
      ['sales', 2, 0],
      ['invalid', 1, 0],
    ]);
    expect((await rows({}))[0]).toMatchObject({ queries: 4, failed_share: 0 });
  });

  it('tells the queries of every minute up to now, also of those without any', async () => {
    await ask({ kind: 'sales' });
    await ask({ kind: 'sales' });
    const { frames } = await ask({ kind: 'operations', view: 'history', minutes: 30 });
    expect(frames[0]?.meta?.type).toBe('timeseries-wide');
    const minutes = rowsOf(frames[0]);
    expect(minutes).toHaveLength(30);
    expect(minutes.reduce((sum, { queries }) => sum + Number(queries), 0)).toBe(2);
    expect(minutes[0]).toMatchObject({ queries: 0, failed: 0, p95_seconds: null });
    const times = minutes.map(({ time }) => Number(BigInt(String(time)) / 1_000_000n));
    expect(times.every((time, i) => i === 0 || time - (times[i - 1] ?? 0) === 60_000)).toBe(true);
  });

  it('says in a headline how fresh data and model are and how queries fare, anew each time', async () => {
    const text = async () => String((await rows({ kind: 'headline', topic: 'operations' }))[0]?.text);
    const first = await text();
    expect(first).toMatch(/The files were loaded (just now|\d+ minutes? ago), all [\d,]+ rows were taken/);
    expect(first).toContain('No churn model serves. Nothing was asked in the last 15 minutes.');
    const portuguese = await rows({ kind: 'headline', topic: 'operations', language: 'pt-BR' });
    expect(String(portuguese[0]?.text)).toContain(
      'Nenhum modelo de churn está em uso. De 1 consulta nos últimos 15 minutos',
    );
    expect(await text()).toMatch(/Of 2 queries in the last 15 minutes none failed; 95 of 100 took at most \d+/);
  });

  it('does not count what was only prepared', async () => {
    await answerer.prepare({ model: { kind: 'sales' }, range: RANGE, maxDataPoints: 100, fullIds: true });
    expect((await rows({}))[0]).toMatchObject({ queries: 0 });
  });

  it('has no rows before anything was asked', async () => {
    const { frames } = await ask({ kind: 'operations', view: 'queries' });
    expect(frames[0]).toMatchObject({ name: 'queries', fields: [] });
  });

  it('tells how each file was loaded', async () => {
    const files = await rows({ view: 'load' });
    expect(files.map(({ table_name }) => table_name)).toContain('orders');
    for (const file of files) expect(file.rows_read).toBe(Number(file.rows_loaded) + Number(file.rows_rejected));
  });

  it('gives the size of each file that there is, and none of an absent one', async () => {
    const files = await rows({ view: 'load' });
    expect(files.map(({ file, bytes }) => [file !== null, Number(bytes) > 0])).toContainEqual([true, true]);
    for (const { file, bytes } of files) expect(bytes === null).toBe(file === null);
  });

  it('takes no filters and no more than a day', async () => {
    expect((await ask({ kind: 'operations', filters: { state: ['SP'] } })).error).toContain('does not apply');
    expect((await ask({ kind: 'operations', minutes: 1_441 })).error).toContain('from 1 to 1440');
  });
});
