import { bandOf, DEFAULT_BANDS, returnOdds, RISK_BANDS, type BandThresholds } from '../../contract';
import type { Engine } from '../../warehouse';
import type { ChurnModel } from '../model/churn-model';
import { churnProbabilities } from '../model/churn-model';
import { smallModel } from '../model/testing/small-model';
import { sampleTraining, type SampleTraining } from '../training/testing/sample-training';
import { valuesIfReturning } from '../value';
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
