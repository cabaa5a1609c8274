import type { ResolvedSettings, WarehouseStatus } from '../contract';
import type { Answer, Question } from '../queries/answer';

/** One warehouse as the routes see it. */
export interface Served {
  readonly settings: ResolvedSettings;
  status(): WarehouseStatus;
  /** Looks whether a (re)build is due; does not wait for it. */
  refresh(): void;
  answer(question: Question, signal?: AbortSignal): Promise<Answer>;
}
