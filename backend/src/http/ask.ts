import { setMaxListeners } from 'node:events';
import type { FastifyReply } from 'fastify';
import { DAY_MS, startOf, type Frame, type TimeRange } from '../contract';
import type { Provided } from '../contract/rest/schemas';
import { onceOver } from './once-over';
import type { RowToPredict, Served } from './served';

/** A question that was not answered; its message is for the caller. */
export class AnswerError extends Error {
  override name = 'AnswerError';

  constructor(
    readonly statusCode: number,
    message: string,
    /** Seconds after which asking again makes sense. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** Asks a query and returns its frames. */
export type Ask = (model: Readonly<Record<string, unknown>>, range?: TimeRange) => Promise<readonly Frame[]>;

/**
 * Asks the warehouse on behalf of one caller. A question that names no range is asked for all regular trade, so that
 * customers are judged as of its last day.
 *
 * @returns a function that throws AnswerError with the status of what went wrong
 */
export function asking(served: Served, fullIds: boolean, signal: AbortSignal): Ask {
  return async (model, range = regularTrade(served)) => {
    const answer = await served.answer({ model, range, maxDataPoints: 0, fullIds }, signal);
    if (answer.error === undefined) return answer.frames;
    throw new AnswerError(answer.status, answer.error);
  };
}

/** Predicts customers in one go and returns the table of predictions. */
export type Predict = (rows: readonly RowToPredict[], asOf?: string) => Promise<readonly Frame[]>;

/** Predicts on behalf of one caller. @returns a function that throws AnswerError where no prediction is possible */
export function predicting(served: Served, fullIds: boolean, signal: AbortSignal): Predict {
  return async (rows, asOf) => {
    const answer = await served.predict({ rows, range: regularTrade(served), asOf, fullIds }, signal);
    if (answer.error === undefined) return answer.frames;
    throw new AnswerError(answer.status, answer.error);
  };
}

function regularTrade(served: Served): TimeRange {
  const { generation } = served.status();
  // Without a generation any range will do: the answer is that there is no warehouse yet.
  if (!generation) return { from: 0, to: 0 };
  return { from: startOf(generation.regularFirstDay), to: startOf(generation.regularLastDay) + DAY_MS - 1 };
}

/** What the answers say about themselves; notices that several give are told once. */
export function provided(...frames: readonly Frame[]): Provided {
  const { asOf, generation, sample } = frames[0]?.meta?.custom ?? {};
  const notices = frames.flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }) => text));
  return {
    as_of: String(asOf ?? ''),
    generation: String(generation ?? ''),
    sample: sample === true,
    notices: [...new Set(notices)],
  };
}

/** Aborts when the client goes away before it has its answer. */
export function abortedBy(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  // A question may have many parts, and each of them listens.
  setMaxListeners(0, abort.signal);
  onceOver(reply, () => {
    if (!reply.raw.writableFinished) abort.abort();
  });
  return abort.signal;
}
