import type { KeptModel, LoadSummary, ResolvedSettings, WarehouseStatus } from '../contract';
import type { Answer, PredictionRequest, Question } from '../queries/question';
import type { SqlSchema } from '../queries/sql-mode/describe';

export type { RowToPredict } from '../queries/churn';

/** One warehouse as the routes see it. */
export interface Served {
  readonly settings: ResolvedSettings;
  status(): WarehouseStatus;
  /** Looks whether a (re)build is due; does not wait for it. */
  refresh(): void;
  answer(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Predicts customers in one go: a table with a row per row of the request. */
  predict(request: PredictionRequest, signal?: AbortSignal): Promise<Answer>;
  /**
   * What statements of callers may use who see ids whole, or not.
   *
   * @throws AnswerError while there is no warehouse
   */
  describe(fullIds: boolean): Promise<SqlSchema>;
  /** Trains another model in the background; false when one is being trained already, or there is no warehouse yet. */
  retrain(): boolean;
  /** Builds the warehouse anew in the background; false when it is being built already. */
  rebuild(): boolean;
  /** How the generations that are kept were loaded, newest first. */
  loads(): Promise<LoadSummary[]>;
  /** The models that are kept, newest first. */
  models(): Promise<KeptModel[]>;
}
