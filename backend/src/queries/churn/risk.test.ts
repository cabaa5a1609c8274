import { DEFAULT_BANDS, QUALITY_VIEWS, readColumn, RISK_MEASURES, startOf, type Frame } from '../../contract';
import { checkFrame, outgoing } from '../../frames';
import { mayBeKept } from '../kept-answers';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { FAKE_BASE, fakeModel } from './testing/fake-model';
import type { Scorer } from './scorer';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));

async function frameOf(model: object, options: AskOptions = {}): Promise<Frame | undefined> {
  const { status, error, frames } = await shop.ask(model, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  frames.forEach((frame) => checkFrame(outgoing(frame)));
  return frames[0];
}
const rowsFor = async (model: object, options?: AskOptions) => rowsOf(await frameOf(model, options));
const sum = (rows: readonly Record<string, unknown>[], key: string) =>
  rows.reduce((total, row) => total + Number(row[key]), 0);

describe('risk_summary', () => {
  it.each(['segment', 'state', 'city', 'band'])(
    'by %s adds up to the list of all scores',
    async (by) => {
      const [groups, list] = await Promise.all([
        rowsFor({ kind: 'risk_summary', by }),
        rowsFor({ kind: 'churn_scores', limit: 1_000_000 }),
      ]);
      expect(sum(groups, 'customers')).toBe(list.length);
      expect(sum(groups, 'high_risk_customers')).toBe(list.filter((row) => row.band === 'high').length);
      expect(sum(groups, 'revenue_at_risk')).toBeCloseTo(sum(list, 'revenue_at_risk'), 4);
      expect(sum(groups, 'expected_revenue')).toBeCloseTo(sum(list, 'expected_revenue'), 4);
      expect(sum(groups, 'expected_returners')).toBeCloseTo(list.length - sum(list, 'churn_probability'), 6);
      const atRisk = groups.map((row) => Number(row.revenue_at_risk));
      expect(atRisk).toEqual(atRisk.toSorted((a, b) => b - a));
    },
    20_000,
  );

  it('names what weighs most for high-risk customers, and nothing where there are none', async () => {
    const groups = await rowsFor({ kind: 'risk_summary', by: 'band' });
    expect(groups.find((row) => row.band === 'high')?.top_reason).toBe('Time since the last order');
    expect(groups.find((row) => row.band === 'low')?.top_reason).toBeNull();
  });

  it.each(RISK_MEASURES)('gives alert rules one number of %s per group', async (measure) => {
    const frame = await frameOf({ kind: 'risk_summary', by: 'state', measure, limit: 3 });
    expect(frame?.meta?.type).toBe('numeric-long');
    expect(frame?.fields.map(({ column }) => [column.name, column.type, column.length])).toEqual([
      ['state', 'text', 3],
      [measure, 'float64', 3],
    ]);
  });

  it('keeps to the filters, and says "no data" where nobody is left', async () => {
    const filters = { state: ['RJ'], band: ['high'] };
    const [group, ...more] = await rowsFor({ kind: 'risk_summary', by: 'state', filters, status: ['churned'] });
    expect(more).toEqual([]);
    expect(group).toMatchObject({ state: 'RJ', high_risk_share: 1 });
    const nobody = { filters: { state: ['XX'] } };
    expect(await frameOf({ kind: 'risk_summary', ...nobody })).toMatchObject({ fields: [], meta: { type: 'table' } });
    const numeric = await frameOf({ kind: 'risk_summary', measure: 'customers', ...nobody });
    expect(numeric).toMatchObject({ fields: [], meta: { type: 'numeric-long' } });
  });
});

describe('risk_history', () => {
  const range = { from: '2018-01-15', to: '2018-04-20' };

  it('is the summary at each month end in the range and at the as-of day, each as of then', async () => {
    const rows = await rowsFor({ kind: 'risk_history', measure: 'revenue_at_risk' }, range);
    const days = ['2018-01-31', '2018-02-28', '2018-03-31', '2018-04-20'];
    expect(rows.map((row) => Number(row.time) / 1e6)).toEqual(days.map(startOf));
    for (const [i, asOf] of days.entries()) {
      const then = await rowsFor({ kind: 'risk_summary', by: 'state', asOf });
      expect(rows[i]?.revenue_at_risk).toBeCloseTo(sum(then, 'revenue_at_risk'), 4);
    }
  });

  it('has a labelled series per band, and says with which model the past is scored', async () => {
    const frame = await frameOf({ kind: 'risk_history', measure: 'customers', by: 'band' }, range);
    expect(frame?.meta?.type).toBe('timeseries-wide');
    expect(frame?.fields.slice(1).map(({ labels, config }) => [labels?.band, config?.displayNameFromDS])).toEqual([
      ['high', 'High risk'],
      ['medium', 'Medium risk'],
      ['low', 'Low risk'],
    ]);
    expect(JSON.stringify(frame?.meta?.notices)).toContain('today’s model');
  });

  it('has no value where a mean has no customers, and zero where a sum has none', async () => {
    const filters = { band: ['low'] };
    const early = { from: '2016-09-01', to: '2016-12-15' };
    const shares = await rowsFor({ kind: 'risk_history', by: 'segment', filters }, early);
    const counts = await frameOf({ kind: 'risk_history', by: 'segment', measure: 'customers', filters }, early);
    expect(shares.length).toBe(counts?.fields[0]?.column.length);
    expect(counts?.fields.every(({ column }) => column.nullCount === 0)).toBe(true);
  });

  it.each(RISK_MEASURES)('is the same %s whether it is told from totals or from customers', async (measure) => {
    const narrowed = { kind: 'risk_history', measure, by: 'segment', status: ['active'], exclude: { state: ['RJ'] } };
    const told = await frameOf(narrowed, range);
    // Leaving out what nobody has bought leaves out nobody, but has to look at what each customer bought.
    const exclude = { ...narrowed.exclude, category: ['nobody buys this'] };
    const looked = await frameOf({ ...narrowed, exclude }, range);
    const cells = (frame?: Frame) =>
      frame?.fields.map(({ column, labels }) => ({ labels, column: readColumn(column) }));
    expect(cells(looked)?.map(({ labels }) => labels)).toEqual(cells(told)?.map(({ labels }) => labels));
    cells(looked)?.forEach(({ column }, i) =>
      column.forEach((value, row) => expect(Number(value)).toBeCloseTo(Number(cells(told)?.[i]?.column[row]), 6)),
    );
  });

  it('shows the latest months, says so, and keeps no such answer where the past takes too long to score', async () => {
    const now = jest.spyOn(performance, 'now');
    let late = 0;
    now.mockImplementation(() => late);
    const slow: Scorer = {
      ...scorer,
      totals: (request) => {
        late += 8_000;
        return scorer.totals(request);
      },
    };
    try {
      const asked = { kind: 'risk_history', measure: 'customers' };
      const { frames } = await shop.ask(asked, { scorer: slow, ...range, from: '2018-01-15' });
      const whole = await frameOf(asked, range);
      expect(rowsOf(frames[0])).toEqual(rowsOf(whole).slice(-3));
      expect(JSON.stringify(frames[0]?.meta?.notices)).toContain('2 of 3 are here so far');
      expect(mayBeKept({ kind: 'risk_history' }, frames)).toBe(false);
      expect(mayBeKept({ kind: 'risk_history' }, [whole!])).toBe(true);
    } finally {
      now.mockRestore();
    }
  });

  it('waits for no month longer than for all of them', async () => {
    const now = jest.spyOn(performance, 'now');
    let late = 0;
    now.mockImplementation(() => late);
    let finish = (): void => undefined;
    const last = new Promise<void>((resolve) => (finish = resolve));
    const endless: Scorer = {
      ...scorer,
      totals: async (request) => {
        if (late > 0) await last;
        late = 14_990;
        return scorer.totals(request);
      },
    };
    try {
      const { frames } = await shop.ask({ kind: 'risk_history' }, { scorer: endless, ...range, from: '2018-01-15' });
      expect(JSON.stringify(frames[0]?.meta?.notices)).toContain('1 of 3 are here so far');
    } finally {
      finish();
      now.mockRestore();
    }
  });

  it('says nothing of the model where nobody is left', async () => {
    const doubtful = fakeScorer(fakeModel({ failedGate: 'soft' }));
    const noticesOf = async (model: object) => (await frameOf(model, { ...range, scorer: doubtful }))?.meta?.notices;
    expect(JSON.stringify(await noticesOf({ kind: 'risk_summary' }))).toContain('Too little of history');
    const nobody = { kind: 'risk_summary', filters: { state: ['XX'] } };
    expect(JSON.stringify(await noticesOf(nobody))).not.toContain('Too little of history');
  });

  it('says "no data" where nobody is left', async () => {
    const frame = await frameOf({ kind: 'risk_history', filters: { state: ['XX'] } }, range);
    expect(frame).toMatchObject({ fields: [], meta: { type: 'timeseries-wide' } });
  });
});

describe('score_distribution', () => {
  it('counts every customer once, in bins that join and keep within a band', async () => {
    const bins = await rowsFor({ kind: 'score_distribution' });
    const list = await rowsFor({ kind: 'churn_scores', limit: 1_000_000 });
    expect(sum(bins, 'customers')).toBe(list.length);
    bins.slice(1).forEach((bin, i) => expect(bin.odds_from).toBeCloseTo(Number(bins[i]?.odds_to), 10));
    for (const band of ['high', 'medium', 'low']) {
      const own = bins.filter((bin) => bin.band === band);
      expect(sum(own, 'customers')).toBe(list.filter((row) => row.band === band).length);
    }
    expect(bins.some((bin) => Math.abs(Number(bin.odds_to) - DEFAULT_BANDS.high) < 1e-12 && bin.band === 'high')).toBe(
      true,
    );
    expect(bins.some((bin) => Math.abs(Number(bin.odds_from) - 1.5) < 1e-12 && bin.band === 'low')).toBe(true);
  }, 20_000);

  it('counts the customers whose odds lie in the bin, and gives the probabilities at its edges', async () => {
    const bins = await rowsFor({ kind: 'score_distribution' });
    const list = await rowsFor({ kind: 'churn_scores', limit: 1_000_000 });
    const bin = bins.find((one) => one.band === 'medium' && Number(one.customers) > 0);
    const [from, to] = [Number(bin?.odds_from), Number(bin?.odds_to)];
    const inside = list.filter((row) => Number(row.relative_odds) >= from && Number(row.relative_odds) < to);
    expect(bin?.customers).toBe(inside.length);
    const odds = (p: number) => (1 - p) / p;
    expect(odds(Number(bin?.probability_from)) / odds(FAKE_BASE)).toBeCloseTo(from, 10);
    expect(Number(bin?.probability_from)).toBeGreaterThan(Number(bin?.probability_to));
  }, 20_000);

  it('says "no data" where nobody is left', async () => {
    const frame = await frameOf({ kind: 'score_distribution', filters: { state: ['XX'] } });
    expect(frame).toMatchObject({ fields: [], meta: { type: 'table' } });
  });
});

describe('model_quality', () => {
  it.each(QUALITY_VIEWS)('has one frame named %s', async (view) => {
    const frame = await frameOf({ kind: 'model_quality', view });
    expect(frame?.name).toBe(view);
    expect(frame?.fields[0]?.column.length).toBeGreaterThan(0);
    expect(frame?.fields.every(({ column }) => column.nullCount < column.length)).toBe(true);
  });

  it('gives alert rules a few numbers', async () => {
    const frame = await frameOf({ kind: 'model_quality', view: 'health' });
    expect(frame?.meta?.type).toBe('numeric-wide');
    expect(rowsOf(frame)).toEqual([
      expect.objectContaining({ roc_auc: 0.64, max_drift: 0.12, score_drift: 0.3, gates_failed: 0 }),
    ]);
  });

  it('shares out those who really came back, and those who did not', async () => {
    const rows = await rowsFor({ kind: 'model_quality', view: 'confusion' });
    expect(sum(rows, 'customers')).toBe(1_000);
    expect(
      sum(
        rows.filter((row) => row.actual === 'returned'),
        'share',
      ),
    ).toBeCloseTo(1, 12);
    expect(rows[0]).toEqual({ actual: 'returned', predicted: 'returns', customers: 20, share: 0.4 });
  });

  it('shows the gates of a model that gives no scores, and its health as far as it is known', async () => {
    const failed = fakeScorer(fakeModel({ failedGate: 'hard' }));
    const gates = await rowsFor({ kind: 'model_quality', view: 'gates' }, { scorer: failed });
    expect(gates.filter((row) => row.passed === false)).toEqual([
      expect.objectContaining({ gate: 'history', hard: true }),
    ]);
    const [health] = await rowsFor({ kind: 'model_quality', view: 'health' }, { scorer: failed });
    expect(health).toMatchObject({ gates_failed: 1, max_drift: null });
    const drift = await shop.ask({ kind: 'model_quality', view: 'drift' }, { scorer: failed });
    expect(drift).toMatchObject({ status: 422, error: expect.stringContaining('Too little of history') });
  });

  it('says so when there is no model', async () => {
    const answer = await shop.ask({ kind: 'model_quality' });
    expect(answer).toMatchObject({ status: 422, error: expect.stringContaining('No churn model') });
  });
});
