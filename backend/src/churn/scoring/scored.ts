import { ToldError } from '../../contract';
import type { FeatureMatrix } from '../features/matrix';
import type { GateResult, QualityReport } from '../model/quality';

/** What adds up to one customer's churn probability: `base` plus all contributions. */
export interface Explanation {
  churnProbability: number;
  /** The average customer's churn probability, from which the contributions start. */
  base: number;
  /** Change of the churn probability by feature, in the order of the model's features. */
  contributions: Float64Array;
}

/** Facts of the model that serves. */
export interface ModelFacts {
  id: string;
  algorithm: string;
  /** What the algorithm is, for people. */
  description: string;
  /** RFC 3339. */
  trainedAt: string;
  /** The generation whose data it was trained on. */
  generation: string;
  /** The digest of the CSV files in it; absent in models of older versions. */
  files?: string;
  horizonDays: number;
  /** Last day that its training labels look at. */
  knowsUntil: string;
  trainingCuts: readonly string[];
  trainingRows: number;
  trees: number;
  seed: number;
  libraries: Readonly<Record<string, string>>;
}

/** The model as the query kinds see it. */
export interface ServedModel {
  facts: ModelFacts;
  quality: QualityReport;
  gates: readonly GateResult[];
  /** Keys of the features, in the order of contributions. */
  features: readonly string[];
  /** The average churn probability. */
  baseRate: number;
  /** The median of each feature among the customers that it was trained on; NaN where most are unknown. */
  typical: Float64Array;
  /** Explains customers described by raw feature values, one array per customer in the order of `features`. */
  explain(rows: readonly Float64Array[]): Explanation[];
  /**
   * Raw feature values of a customer with `changes` applied to `start` (or to a typical customer), with the features that
   * follow from R, F and M brought into line.
   *
   * @throws FeatureValueError naming a feature that does not exist or a value outside what is possible
   */
  withChanges(start: Float64Array | undefined, changes: Readonly<Record<string, number>>): Float64Array;
  /** Population stability of features and score against training, the largest first. */
  drift(scored: ScoredCustomers): Promise<DriftRow[]>;
}

export interface DriftRow {
  /** A feature's key, or `score`. */
  feature: string;
  psi: number;
  level: 'stable' | 'moderate' | 'large';
}

/** A value that a what-if cannot take; the message says which and what it may be. */
export class FeatureValueError extends ToldError {
  override name = 'FeatureValueError';
}

/** Scores of all customers as of a day. */
export interface ScoredCustomers {
  asOf: string;
  /**
   * Name of a table with a row per customer: all columns of the RFM snapshot (segments/sql/snapshot.sql) and
   * churn_probability, band (ENUM), relative_odds, value_if_returns, expected_revenue, revenue_at_risk (DOUBLE),
   * matrix_row (INTEGER, its row in the matrix).
   */
  table: string;
  model: ServedModel;
  /** Features of all customers, including those that the model derives itself; read again when dropped meanwhile. */
  matrix(): Promise<FeatureMatrix>;
  /** The churn probabilities of all customers, in the order of the matrix. */
  probabilities(): Promise<Float64Array>;
  /** Explains customers by their row in the matrix. */
  explain(rows: ArrayLike<number>): Promise<Explanation[]>;
}

/** Thrown where there is no score: no model yet, or a hard gate failed. The message says why and what to do. */
export class NoScoreError extends ToldError {
  override name = 'NoScoreError';
}

/** Thrown where there is no score yet: the first model is being trained. Asking again later makes sense. */
export class ScoreComingError extends NoScoreError {
  override name = 'ScoreComingError';
}
