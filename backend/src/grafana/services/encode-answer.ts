import { encodeArrow } from '../../frames';
import type { DataAnswer } from '../handlers';
import type { Logger } from '../log/logger';
import type { WireDataResponse } from '../protocol/wire';
import { callerMessage } from '../rpc/errors';

/** An error as the answer to one query. */
export function failed(status: number, error: string, errorSource: DataAnswer['errorSource'] = 'plugin') {
  return { status, error, errorSource, frames: [] } satisfies WireDataResponse;
}

/**
 * The answer to one query as it goes over the wire. What cannot be encoded becomes this query's error: Grafana would
 * fail all queries of the request otherwise.
 */
export function encodeAnswer(refId: string, answer: DataAnswer | undefined, log: Logger): WireDataResponse {
  if (!answer) return failed(500, 'The query was not answered.');
  const { status, frames, error, errorSource } = answer;
  if (error !== undefined || status >= 400) {
    return failed(Math.max(status, 400), error || `The query failed with status ${status}.`, errorSource);
  }
  try {
    return { status, error: '', errorSource: '', frames: frames.map((frame) => encoded(refId, frame)) };
  } catch (problem) {
    return failed(500, callerMessage(problem, 'Encoding the answer', log));
  }
}

function encoded(refId: string, frame: DataAnswer['frames'][number]): Uint8Array {
  return frame instanceof Uint8Array ? frame : encodeArrow({ ...frame, refId });
}
