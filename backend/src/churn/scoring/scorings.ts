import { LRUCache } from 'lru-cache';
import { readColumn, RISK_BANDS, type BandThresholds } from '../../contract';
import type { Engine, Row } from '../../warehouse/engine';
import { KeptTables, tablesKept } from '../../warehouse/scratch/kept-tables';
import type { FeatureMatrix } from '../features/matrix';
import { readFeatures } from '../features/read-features';
import { explain, type ChurnModel } from '../model/churn-model';
import { readableFeatures, withDerived } from '../model/derived-features';
import { positionOf, type DayScores } from './files/day-scores';
import { NO_SCORE_FILES, type ScoreFiles } from './files/score-files';
import type { Explanation, ScoredCustomers, ServedModel } from './scored';
import { judge, sayOf } from './score-customers';
import createScored from './scored.sql';
import totalsSql from './totals.sql';
import { Turns } from './turns';

/** Enough for two years of month ends. */
const MOST_TABLES = 28;
/** Some thirty megabytes each at a hundred thousand customers. */
const MATRICES_KEPT = 2;
/** Some hundred kilobytes each. */
const TOTALS_KEPT = 128;

const BAND_NAMES = RISK_BANDS.map((name) => `'${name}'`).join(', ');

export interface ScoringRequest {
  asOf: string;
  bands: BandThresholds;
  /** Identifies everything that the snapshot depends on besides the day. */
  snapshotKey: string;
  snapshot<T>(use: (table: string) => Promise<T>): Promise<T>;
}

export interface ScoringsOptions {
  /** How many customers the shop has: the more, the fewer days stay in memory. */
  customers?: number;
  /** Where scores outlast this process; absent: nowhere. */
  files?: ScoreFiles;
}

/** Customers scored by one model as of any day, as scratch tables of one generation's reader. */
export class Scorings {
  private readonly tables: KeptTables<string>;
  private readonly matrices = new LRUCache<string, Promise<FeatureMatrix>>({ max: MATRICES_KEPT });
  private readonly summed = new LRUCache<string, Promise<Row[]>>({ max: TOTALS_KEPT });
  private readonly files: ScoreFiles;
  private readonly said: LRUCache<string, Promise<DayScores>>;
  /** Reading the features of everyone takes most of the memory that queries have, and all processors. */
  private readonly turns = new Turns();

  constructor(
    private readonly engine: Engine,
    private readonly model: ChurnModel,
    private readonly served: ServedModel,
    { customers = 0, files = NO_SCORE_FILES }: ScoringsOptions = {},
  ) {
    const most = tablesKept(MOST_TABLES, customers);
    this.tables = new KeptTables({ engine, prefix: 'scored', most });
    this.said = new LRUCache({ max: most });
    this.files = files;
  }

  /** Calls `use` with all customers scored as of the day; their table stays until it has ended. */
  with<T>(request: ScoringRequest, use: (scored: ScoredCustomers) => Promise<T>): Promise<T> {
    const { asOf } = request;
    return this.tables.with(
      keyOf(request),
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

  /** What all sums over the scored customers of a day are made from (see totals.sql): kept when their table is not. */
  totals(request: ScoringRequest): Promise<Row[]> {
    return once(this.summed, keyOf(request), () =>
      this.with(request, ({ table }) => this.engine.rows(totalsOf(table))),
    );
  }

  /** The churn probability of a customer as of a day; undefined for one who had bought nothing by then. */
  async probabilityOf(customerKey: number, asOf: string): Promise<number | undefined> {
    const { customerKeys, churnProbability } = await this.scores(asOf);
    return churnProbability[positionOf(customerKeys, customerKey)];
  }

  /** Keeps nothing any more: another model serves. */
  async clear(): Promise<void> {
    this.matrices.clear();
    this.summed.clear();
    this.said.clear();
    await this.tables.clear();
  }

  private matrix(asOf: string): Promise<FeatureMatrix> {
    const { rhythm, facts } = this.model;
    const features = readableFeatures(this.model.features);
    return once(this.matrices, asOf, async () => {
      const matrix = await this.turns.take(asOf, () => readFeatures(this.engine, asOf, { features }));
      return withDerived(matrix, rhythm, facts.horizonDays);
    });
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

  private scores(asOf: string): Promise<DayScores> {
    return once(this.said, asOf, async () => {
      const kept = await this.files.read(asOf);
      if (kept) return kept;
      const matrix = await this.matrix(asOf);
      const scores = { customerKeys: matrix.customerKeys, ...(await sayOf(this.model, matrix)) };
      await this.files.write(asOf, scores);
      return scores;
    });
  }

  private async create(table: string, { asOf, bands, snapshot }: ScoringRequest): Promise<string> {
    const scores = await this.scores(asOf);
    const raw = table.replace(/^memory\.main\./, 'raw_');
    try {
      await this.engine.fill(raw, scoreColumns(scores, this.served.baseRate, bands));
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

/** What is kept under a key, else made for all who ask meanwhile; made anew when that has failed. */
function once<T>(kept: LRUCache<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** The SELECT of the totals of a table of scored customers; see totals.sql. */
export const totalsOf = (table: string): string => totalsSql.replace('{customers}', () => table);

const keyOf = ({ asOf, bands, snapshotKey }: ScoringRequest): string => JSON.stringify([asOf, bands, snapshotKey]);

function scoreColumns(said: DayScores, baseRate: number, bands: BandThresholds) {
  const scores = judge(said, baseRate, bands);
  return {
    customer_key: said.customerKeys,
    churn_probability: scores.churnProbability,
    band: scores.band,
    relative_odds: scores.relativeOdds,
    value_if_returns: scores.valueIfReturns,
    expected_revenue: scores.expectedRevenue,
    revenue_at_risk: scores.revenueAtRisk,
    matrix_row: said.customerKeys.map((_key, row) => row),
  };
}
