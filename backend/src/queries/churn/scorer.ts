import type { GenerationSummary, ResolvedSettings, Text } from '../../contract';
import { NoScoreError, type ScoredCustomers, type ServedModel } from '../../churn/scoring/scored';
import type { Engine, Row } from '../../warehouse/engine';

export { ScoreComingError } from '../../churn/scoring/scored';

export interface ScoreRequest {
  engine: Engine;
  generation: GenerationSummary;
  asOf: string;
  settings: ResolvedSettings;
  /** Calls `use` with the table of all customers as of the day. */
  snapshot<T>(use: (table: string) => Promise<T>): Promise<T>;
}

/** Who scores customers for the query kinds: the churn model that serves. */
export interface Scorer {
  /** Changes when another model serves; undefined without one. */
  modelId(): string | undefined;
  /** The model that serves, also where its gates forbid scores; undefined without one. */
  model?(): ServedModel | undefined;
  /** Revenue within the horizon should a customer come back who bought on `frequency` days and paid `monetary` in all. */
  valueIfReturns?(frequency: number, monetary: number): number | undefined;
  /**
   * Calls `use` with all customers scored as of a day.
   *
   * @throws NoScoreError where there is no model, or its gates forbid scores
   */
  scored<T>(request: ScoreRequest, use: (scored: ScoredCustomers) => Promise<T>): Promise<T>;
  /**
   * What sums over all customers scored as of a day are made from; see totals.sql beside the scorings.
   *
   * @throws NoScoreError where there is no model, or its gates forbid scores
   */
  totals(request: ScoreRequest): Promise<Row[]>;
  /**
   * A customer's churn probability as of a day; undefined where the customer had bought nothing by then.
   *
   * @throws NoScoreError where there is no model, or its gates forbid scores
   */
  probabilityOf(customerKey: number, request: ScoreRequest): Promise<number | undefined>;
}

export const NO_MODEL: Text = {
  en: 'No churn model has been trained yet, so there are no scores. It is trained when the warehouse is built.',
  'pt-BR':
    'Nenhum modelo de churn foi treinado ainda, por isso não há pontuações. Ele é treinado quando o armazém de dados é montado.',
};

/** Serves no model. */
export const NO_SCORER: Scorer = {
  modelId: () => undefined,
  scored: () => Promise.reject(new NoScoreError(NO_MODEL)),
  totals: () => Promise.reject(new NoScoreError(NO_MODEL)),
  probabilityOf: () => Promise.reject(new NoScoreError(NO_MODEL)),
};
