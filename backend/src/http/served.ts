import type {
  AlertChanged,
  AlertDetail,
  AlertFilter,
  AlertRow,
  BackupMade,
  DeadLettersBody,
  EventsStatus,
  GrafanaAlert,
  Language,
  KeptModel,
  LoadSummary,
  Receipt,
  Rejection,
  ResolvedSettings,
  WarehouseStatus,
  WarningChange,
  WarningNews,
  WebhooksStatus,
} from '../contract';
import type { Answer, PredictionRequest, Question } from '../queries/question';
import type { SqlSchema } from '../queries/sql-mode/describe';
import type { AuditLog } from './audit/keeper';

export type { RowToPredict } from '../queries/churn';

/** The taking of events as the routes see it. All throw AnswerError 503 when they cannot be taken, and say why. */
export interface ServedEvents {
  /**
   * Takes events; resolves once they are on the disk.
   *
   * @param source who sends them
   * @returns what became of each, in their order
   * @throws AnswerError 429 when too much waits: nothing was taken then
   */
  append(events: readonly unknown[], source: string): Promise<Receipt[]>;
  /** Events that could not be used, the latest first. */
  letters(page: { limit: number; offset: number; rejection?: Rejection }): Promise<DeadLettersBody>;
  /** Deletes such events, all of them when no numbers are given. @returns how many there were */
  removeLetters(seqs?: readonly number[]): Promise<number>;
  /** Tries them again, all of them when no numbers are given. */
  retryLetters(seqs?: readonly number[]): Promise<Receipt[]>;
  status(): EventsStatus;
}

/** Early warnings as the routes see them. All but `onWarning` reject with AnswerError 503 while none are kept here. */
export interface ServedAlerts {
  /** A page of early warnings and of Grafana's alerts; one more than asked for where there are more. */
  list(filter: AlertFilter, fullIds: boolean, language?: Language): Promise<AlertRow[]>;
  /** An alert with its history; undefined where there is none of that id. */
  one(id: string, fullIds: boolean, language?: Language): Promise<AlertDetail | undefined>;
  /** Changes a warning on behalf of `who`. */
  change(id: string, change: WarningChange, who: string, fullIds: boolean, language?: Language): Promise<AlertChanged>;
  /** Notes what Grafana says of its own alerts. */
  takeGrafana(alerts: readonly GrafanaAlert[]): Promise<void>;
  /** Calls the listener with news once they are on the disk, in the order of `seq`. @returns what ends the listening */
  onWarning(listener: (news: WarningNews) => void): () => void;
  /** What came after the last news that somebody saw, the oldest first. */
  since(seq: number, limit: number): Promise<WarningNews[]>;
  /** The number of the last news; 0: there have been none. */
  lastSeq(): Promise<number>;
}

/** One warehouse as the routes see it. */
export interface Served {
  readonly settings: ResolvedSettings;
  readonly events: ServedEvents;
  readonly alerts: ServedAlerts;
  /** How the sending of early warnings to other tools fares. */
  webhooks(): WebhooksStatus;
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
  /** Who did what. */
  readonly audit: AuditLog;
  /** Puts a copy of all that is kept into an archive; undefined while another one is being made. */
  backup(): Promise<BackupMade> | undefined;
}
