import type { GenerationSummary, Language, ResolvedSettings, TimeRange } from '../contract';
import type { LoadedPlaybook } from '../churn/playbook';
import type { ScoredCustomers, ServedModel } from '../churn/scoring/scored';
import type { ForecastRequest, SeriesForecast } from '../forecast/forecast';
import type { Engine, Row } from '../warehouse/engine';
import type { EventFigures } from './operations/figures';
import type { WarningAccess } from './alerts/source';
import type { QueryLoad } from './operations/query-load';
import type { LoadReport } from '../warehouse/report';
import type { CampaignFile } from './annotations/campaigns/campaign-file';

/** What a query kind may use to answer. */
export interface QueryContext {
  engine: Engine;
  generation: GenerationSummary;
  settings: ResolvedSettings;
  /** The asked time range, both ends included, held near the data: see scope.ts. */
  range: TimeRange;
  /** For events: the time range as it was asked, wherever the data lies. */
  asked: TimeRange;
  /** The day as of which customers are judged: see as-of.ts. */
  asOf: string;
  /** As many points as the picture has room for. */
  maxDataPoints: number;
  /** Length of one step of the picture, in ms; for the macro `$__interval`. */
  intervalMs: number;
  /** Language of sentences and display names. */
  language: Language;
  /** False: customer ids are shortened. */
  fullIds: boolean;
  /** Who asks, so that one does not keep others waiting; some text that names them. */
  user: string;
  /** How the queries of this data source have fared. */
  load: QueryLoad;
  signal?: AbortSignal;
  /** Calls `use` with the table of all customers as of a day. */
  snapshot<T>(asOf: string, use: (table: string) => Promise<T>): Promise<T>;
  /**
   * The same with all customers scored by the model that serves.
   *
   * @throws NoScoreError where there is no model, or its gates forbid scores
   */
  scored<T>(asOf: string, use: (scored: ScoredCustomers) => Promise<T>): Promise<T>;
  /**
   * What sums over all customers scored as of a day are made from: see churn/scoring/totals.sql.
   *
   * @throws NoScoreError where there is no model, or its gates forbid scores
   */
  scoredTotals(asOf: string): Promise<Row[]>;
  /**
   * A customer's churn probability as of a day; undefined where the customer had bought nothing by then.
   *
   * @throws NoScoreError where there is no model, or its gates forbid scores
   */
  churnProbabilityOf(customerKey: number, asOf: string): Promise<number | undefined>;
  /** The model that serves, also where its gates forbid scores. */
  model(): ServedModel | undefined;
  /** Revenue within the horizon should such a customer come back; undefined where nobody can say. */
  valueIfReturns(frequency: number, monetary: number): number | undefined;
  /**
   * A forecast for each series of the request, in their order.
   *
   * @throws ForecastError when a series cannot be forecast, or it takes too long
   */
  forecast(request: ForecastRequest): Promise<SeriesForecast[]>;
  /** What to do about whom. */
  playbook(): Promise<LoadedPlaybook>;
  /** The reports of the generations that are kept, newest first. */
  loads(): Promise<LoadReport[]>;
  /** How the log of events fares; undefined where none are taken. */
  events(): EventFigures | undefined;
  /** The shop's file of campaigns. */
  campaigns: CampaignFile;
  /** The early warnings of this warehouse, or why there are none. */
  warnings: WarningAccess;
}
