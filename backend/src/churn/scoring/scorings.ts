import { LRUCache } from 'lru-cache';
import { readColumn, RISK_BANDS, type BandThresholds } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import { KeptTables } from '../../warehouse/scratch/kept-tables';
import type { FeatureMatrix } from '../features/matrix';
import { readFeatures } from '../features/read-features';
import { explain, type ChurnModel } from '../model/churn-model';
import { readableFeatures, withDerived } from '../model/derived-features';
import type { Explanation, ScoredCustomers, ServedModel } from './scored';
import { scoreCustomers, type Scores } from './score-customers';
import createScored from './scored.sql';

/** Enough for two years of month ends, so that the path of risk is scored once. */
const TABLES_KEPT = 28;
/** Some thirty megabytes each at a hundred thousand customers. */
const MATRICES_KEPT = 2;

const BAND_NAMES = RISK_BANDS.map((name) => `'${name}'`).join(', ');

export interface ScoringRequest {
  asOf: string;
  bands: BandThresholds;
  /** Identifies everything that the snapshot depends on besides the day. */
  snapshotKey: string;
  snapshot<T>(use: (table: string) => Promise<T>): Promise<T>;
}

/** Customers scored by one model as of any day, as scratch tables of one generation's reader. */
export class Scorings {
  private readonly tables: KeptTables<string>;
  private readonly matrices = new LRUCache<string, Promise<FeatureMatrix>>({ max: MATRICES_KEPT });

  constructor(
    private readonly engine: Engine,
    private readonly model: ChurnModel,
    private readonly served: ServedModel,
  ) {
    this.tables = new KeptTables({ engine, prefix: 'scored', most: TABLES_KEPT });
  }

  /** Calls `use` with all customers scored as of the day; their table stays until it has ended. */
  with<T>(request: ScoringRequest, use: (scored: ScoredCustomers) => Promise<T>): Promise<T> {
    const { asOf, bands, snapshotKey } = request;
    const key = JSON.stringify([asOf, bands, snapshotKey]);
    return this.tables.with(
      key,
      (table) => this.create(table, request),
      (table) =>
        use({
          asOf,
          table,
          model: this.served,
          matrix: () => this.matrix(asOf),
          probabilities: () => this.probabilities(table),
          explain: (rows) => this.explain(asOf, rows),
        }),
    );
  }

  /** Keeps nothing any more: another model serves. */
  async clear(): Promise<void> {
    this.matrices.clear();
    await this.tables.clear();
  }

  private matrix(asOf: string): Promise<FeatureMatrix> {
    const known = this.matrices.get(asOf);
    if (known) return known;
    const { rhythm, facts } = this.model;
    const features = readableFeatures(this.model.features);
    const read = readFeatures(this.engine, asOf, { features }).then((matrix) =>
      withDerived(matrix, rhythm, facts.horizonDays),
    );
    this.matrices.set(asOf, read);
    read.catch(() => this.matrices.delete(asOf));
    return read;
  }

  private async probabilities(table: string): Promise<Float64Array> {
    const { columns } = await this.engine.columns(`SELECT churn_probability FROM ${table} ORDER BY matrix_row`);
    return Float64Array.from(columns.flatMap(readColumn), Number);
  }

  private async explain(asOf: string, rows: ArrayLike<number>): Promise<Explanation[]> {
    const { columns } = await this.matrix(asOf);
    return explain(
      this.model,
      columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    );
  }

  private async create(table: string, { asOf, bands, snapshot }: ScoringRequest): Promise<string> {
    const matrix = await this.matrix(asOf);
    const scores = await scoreCustomers(this.model, matrix, this.served.baseRate, bands);
    const raw = table.replace(/^memory\.main\./, 'raw_');
    try {
      await this.engine.fill(raw, scoreColumns(matrix, scores));
      await snapshot((customers) =>
        this.engine.run(
          createScored
            .replace('{table}', () => table)
            .replace('{snapshot}', () => customers)
            .replace('{scores}', () => `memory.main.${raw}`)
            .replaceAll('{bands}', () => BAND_NAMES),
        ),
      );
    } finally {
      await this.engine.run(`DROP TABLE IF EXISTS memory.main.${raw}`);
    }
    return table;
  }
}

function scoreColumns({ customerKeys, length }: FeatureMatrix, scores: Scores) {
  return {
    customer_key: customerKeys,
    churn_probability: scores.churnProbability,
    band: scores.band,
    relative_odds: scores.relativeOdds,
    value_if_returns: scores.valueIfReturns,
    expected_revenue: scores.expectedRevenue,
    revenue_at_risk: scores.revenueAtRisk,
    matrix_row: Int32Array.from({ length }, (_, row) => row),
  };
}
