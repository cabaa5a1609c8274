import { setImmediate } from 'node:timers/promises';
import type { FrameJson } from '../frames/json';
import { frameToJson } from '../frames';
import { bytesOf } from '../queries/kept-answers';
import type { Answer } from '../queries/question';

/** What one of the queries of a request comes to. */
export interface QueryResult {
  status: number;
  frames: FrameJson[];
  error?: string;
}

/** So many queries of a request are worked on at once: more than a panel has. */
const AT_ONCE = 8;
const MIB = 1024 * 1024;
/** Answers of a request together; a list of a hundred thousand customers is less. A dozen such are worked on at once. */
const MOST_BYTES = 32 * MIB;
const TOO_MUCH: QueryResult = {
  status: 413,
  frames: [],
  error: `The answers before this one are as much as fits into one answer (${MOST_BYTES / MIB} MiB): ask for it in a request of its own.`,
};

/** Answers are written one after the other, whoever asked, with time for everything else between two. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Answers the queries of a request, by their `refId`, until there is more than fits into memory many times over: a small
 * request can ask a hundred times for everyone. The first is answered, whatever its size. Each is written as soon as it is
 * there: as values they take several times as much.
 *
 * @returns JSON: an object of QueryResult
 */
export async function answerAll<T extends { refId: string }>(
  queries: readonly T[],
  answer: (query: T) => Promise<Answer>,
): Promise<string> {
  const results: string[] = [];
  const write = (refId: string, result: QueryResult): void =>
    void results.push(`${JSON.stringify(refId)}:${JSON.stringify(result)}`);
  let bytes = 0;
  for (let at = 0; at < queries.length && bytes <= MOST_BYTES; at += AT_ONCE) {
    const some = queries.slice(at, at + AT_ONCE);
    for (const [n, { status, frames, error }] of (await Promise.all(some.map(answer))).entries()) {
      const refId = some[n]?.refId ?? '';
      bytes += bytesOf(frames);
      if (results.length > 0 && bytes > MOST_BYTES) break;
      await (turn = turn.then(() => setImmediate()));
      write(refId, { status, frames: frames.map((frame) => frameToJson({ ...frame, refId })), error });
    }
  }
  for (const { refId } of queries.slice(results.length)) write(refId, TOO_MUCH);
  return `{${results.join()}}`;
}
