import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bandOf, DEFAULT_BANDS, returnOdds, RISK_BANDS, type BandThresholds } from '../../contract';
import type { Engine, Row } from '../../warehouse';
import type { ChurnModel } from '../model/churn-model';
import { churnProbabilities } from '../model/churn-model';
import { smallModel } from '../model/testing/small-model';
import { sampleTraining, type SampleTraining } from '../training/testing/sample-training';
import { valuesIfReturning } from '../value';
import { openScoreFiles, type ScoreFiles } from './files/score-files';
import type { ScoredCustomers, ServedModel } from './scored';
import { Scorings, type ScoringRequest } from './scorings';
import { servedModel } from './served-model';

jest.setTimeout(60_000);

let shop: SampleTraining;
let model: ChurnModel;
let served: ServedModel;
beforeAll(async () => {
  shop = await sampleTraining(600, { repeatRate: 0.3 });
  model = await smallModel();
  served = servedModel(model);
});
afterAll(() => shop.close());

const SNAPSHOT = '(SELECT customer_key, customer_id FROM dim_customers)';
const request = (changes: Partial<ScoringRequest> = {}): ScoringRequest => ({
  asOf: '2018-08-28',
  bands: DEFAULT_BANDS,
  snapshotKey: 'all',
  snapshot: (use) => use(SNAPSHOT),
  ...changes,
});

const withEngine = <T>(work: (engine: Engine) => Promise<T>): Promise<T> => shop.warehouse.use(work);

const SCRATCH = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'memory' AND table_name LIKE '%scored%'";
const scratchTables = async (engine: Engine): Promise<string[]> =>
  (await engine.rows(SCRATCH)).map((row) => String(row['table_name'])).sort();

const rowsOf = (engine: Engine, { table }: ScoredCustomers) =>
  engine.rows(`SELECT * FROM ${table} ORDER BY matrix_row`);

test('the table holds what the model says of each customer, and nothing else', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    await scorings.with(request(), async (scored) => {
      const matrix = await scored.matrix();
      const churn = churnProbabilities(model, matrix.columns);
      const values = valuesIfReturning(model.value, matrix);
      const rows = await rowsOf(engine, scored);
      expect(rows).toHaveLength(matrix.length);
      expect(matrix.length).toBeGreaterThan(500);
      for (const [row, found] of rows.entries()) {
        expect(found['customer_key']).toBe(matrix.customerKeys[row]);
        expect(found['churn_probability']).toBe(churn[row]);
        expect(found['value_if_returns']).toBe(values[row]);
        expect(found['band']).toBe(bandOf(churn[row]!, served.baseRate, DEFAULT_BANDS));
        expect(found['relative_odds']).toBe(returnOdds(churn[row]!, served.baseRate));
      }
    });
    await scorings.clear();
  });
});

test('expected revenue and revenue at risk are together what returning is worth', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    await scorings.with(request(), async (scored) => {
      for (const row of await rowsOf(engine, scored)) {
        const [expected, atRisk, value] = ['expected_revenue', 'revenue_at_risk', 'value_if_returns'].map((name) =>
          Number(row[name]),
        ) as [number, number, number];
        expect(expected + atRisk).toBeCloseTo(value, 8);
        expect(Math.min(expected, atRisk)).toBeGreaterThanOrEqual(0);
      }
    });
    await scorings.clear();
  });
});

test('other thresholds make another table with other bands of the same scores', async () => {
  const tight: BandThresholds = { high: 0.999, low: 1.001 };
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    const bandsOf = (bands: BandThresholds) =>
      scorings.with(request({ bands }), async (scored) => ({
        table: scored.table,
        bands: (await rowsOf(engine, scored)).map((row) => row['band']),
      }));
    const [usual, other] = [await bandsOf(DEFAULT_BANDS), await bandsOf(tight)];
    expect(usual.table).not.toBe(other.table);
    const medium = (bands: unknown[]): number => bands.filter((band) => band === 'medium').length;
    expect(medium(other.bands)).toBeLessThan(medium(usual.bands));
    for (const band of usual.bands) expect(RISK_BANDS).toContain(band);
    await scorings.clear();
  });
});

test('two who ask at once share one table', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    let snapshots = 0;
    const asked = request({
      snapshot: (use) => {
        snapshots++;
        return use(SNAPSHOT);
      },
    });
    const tables = await Promise.all([1, 2, 3].map(() => scorings.with(asked, async ({ table }) => table)));
    expect(new Set(tables).size).toBe(1);
    expect(snapshots).toBe(1);
    await scorings.clear();
  });
});

test('what was made for a day is gone after clear, but not under those who use it', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    await scorings.with(request(), async (scored) => {
      await scorings.clear();
      expect(await rowsOf(engine, scored)).not.toEqual([]);
    });
    expect(await scratchTables(engine)).toEqual([]);
  });
});

test('a snapshot that fails leaves no table behind, and the next one is made', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    const failing = request({ snapshot: () => Promise.reject(new Error('No snapshot.')) });
    await expect(scorings.with(failing, async ({ table }) => table)).rejects.toThrow('No snapshot.');
    expect(await scratchTables(engine)).toEqual([]);
    expect(await scorings.with(request(), async (scored) => (await rowsOf(engine, scored)).length)).toBeGreaterThan(0);
    await scorings.clear();
  });
});

test('before the first order there is nobody to score', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    const rows = await scorings.with(request({ asOf: '2015-01-01' }), (scored) => rowsOf(engine, scored));
    expect(rows).toEqual([]);
    await scorings.clear();
  });
});

test('customers are explained by their rows in the matrix', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    await scorings.with(request(), async (scored) => {
      const rows = await rowsOf(engine, scored);
      const wanted = [0, 7, rows.length - 1];
      const explained = await scored.explain(wanted);
      for (const [i, { churnProbability, base, contributions }] of explained.entries()) {
        expect(churnProbability).toBeCloseTo(Number(rows[wanted[i]!]!['churn_probability']), 12);
        expect(contributions.reduce((sum, one) => sum + one, base)).toBeCloseTo(churnProbability, 12);
        expect(base).toBe(served.baseRate);
      }
    });
    await scorings.clear();
  });
});

test('drift compares features and score with training, the largest first', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    const drift = await scorings.with(request(), (scored) => served.drift(scored));
    const compared = model.features.filter((key) => !key.endsWith('_repeat_index'));
    expect(compared).toHaveLength(model.features.length - 4);
    expect(drift.map(({ feature }) => feature).sort()).toEqual([...compared, 'score'].sort());
    expect(drift.map(({ psi }) => psi)).toEqual(drift.map(({ psi }) => psi).sort((a, b) => b - a));
    await scorings.clear();
  });
});

describe('scores that outlast the process', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'churnwatch-scorings-'));
  });
  afterEach(() => rmSync(out, { recursive: true, force: true }));

  const files = (): ScoreFiles => openScoreFiles(out, '1', { generation: 'g', model: 'm' });
  /** An engine that tells which statements were run. */
  const watched = (engine: Engine, told: string[]): Engine => ({
    ...engine,
    columns: (sql, ...rest) => {
      told.push(sql);
      return engine.columns(sql, ...rest);
    },
  });

  test('are the same, without the features of everyone being read again', async () => {
    await withEngine(async (engine) => {
      const first = new Scorings(engine, model, served, { files: files() });
      const before = await first.with(request(), (scored) => rowsOf(engine, scored));
      const told: string[] = [];
      const next = new Scorings(watched(engine, told), model, served, { files: files() });
      const after = await next.with(request(), (scored) => rowsOf(engine, scored));
      expect(after).toEqual(before);
      expect(before.length).toBeGreaterThan(500);
      expect(told).toEqual([]);
      // Reasons are taken from the features all the same.
      const [explained] = await next.with(request(), (scored) => scored.explain([3]));
      expect(explained!.churnProbability).toBeCloseTo(Number(before[3]!['churn_probability']), 12);
      expect(told).toHaveLength(1);
      await Promise.all([first.clear(), next.clear()]);
    });
  });

  test('serve other bands as well', async () => {
    await withEngine(async (engine) => {
      const tight: BandThresholds = { high: 0.999, low: 1.001 };
      const [first, next] = [0, 1].map(() => new Scorings(engine, model, served, { files: files() })) as [
        Scorings,
        Scorings,
      ];
      await first.with(request(), ({ table }) => Promise.resolve(table));
      for (const row of await next.with(request({ bands: tight }), (scored) => rowsOf(engine, scored)))
        expect(row['band']).toBe(bandOf(Number(row['churn_probability']), served.baseRate, tight));
      await Promise.all([first.clear(), next.clear()]);
    });
  });
});

test('totals are the sums over the customers of each state, segment, band and status', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    const groups = `SELECT customer_key, ['SP', 'RJ'][1 + customer_key % 2] AS state, ['Loyal', 'Lost', NULL][1 + customer_key % 3]
      AS segment, ['active', 'churned'][1 + customer_key // 7 % 2] AS status FROM dim_customers`;
    const asked = request({ snapshot: (use) => use(`(${groups})`) });
    const rows = await scorings.with(asked, (scored) => rowsOf(engine, scored));
    const totals = await scorings.totals(asked);
    const groupOf = (row: Row): string => JSON.stringify([row['state'], row['segment'], row['band'], row['status']]);
    const expected = new Map<string, number[]>();
    for (const row of rows) {
      const sums = expected.get(groupOf(row)) ?? [0, 0, 0, 0];
      const own = [1, row['churn_probability'], row['revenue_at_risk'], row['expected_revenue']].map(Number);
      expected.set(
        groupOf(row),
        sums.map((sum, i) => sum + own[i]!),
      );
    }
    expect(totals.length).toBe(expected.size);
    expect(expected.size).toBeGreaterThan(12);
    for (const row of totals) {
      const found = [row['customers'], row['churn'], row['revenue_at_risk'], row['expected_revenue']].map(Number);
      expected.get(groupOf(row))!.forEach((sum, i) => expect(found[i]).toBeCloseTo(sum, 6));
    }
    await scorings.clear();
  });
});

test('a customer’s churn probability as of a day is the one in the table; before the first order there is none', async () => {
  await withEngine(async (engine) => {
    const scorings = new Scorings(engine, model, served);
    const rows = await scorings.with(request({ asOf: '2018-01-31' }), (scored) => rowsOf(engine, scored));
    for (const row of rows.slice(0, 20))
      expect(await scorings.probabilityOf(Number(row['customer_key']), '2018-01-31')).toBe(row['churn_probability']);
    const known = new Set(rows.map((row) => row['customer_key']));
    const later = await engine.rows('SELECT customer_key FROM dim_customers');
    const newer = later.find((row) => !known.has(row['customer_key']!))!;
    expect(await scorings.probabilityOf(Number(newer['customer_key']), '2018-01-31')).toBeUndefined();
    await scorings.clear();
  });
});
