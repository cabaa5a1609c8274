import { QueryError } from '../../contract';

/**
 * A place in the course of events. Warnings are numbered for good, by the steps of their histories; predictions by this
 * process and in its run only.
 */
export interface Place {
  /** Warnings up to this step have been told; absent: it does not say. */
  seq?: number;
  predictions?: { run: string; number: number };
}

const ID = /^(\d{1,15})?(?:_([a-z0-9]{1,16})-(\d{1,15}))?$/;
const MAX_SHOWN = 40;

/** The id that clients come back with: `1042`, or `1042_k3f9x2-55` where predictions are followed as well. */
export function placeId({ seq, predictions }: Place): string {
  return `${seq ?? ''}${predictions ? `_${predictions.run}-${predictions.number}` : ''}`;
}

/** @throws QueryError when it is no such id */
export function placeOf(id: string): Place {
  const [, seq, run, number] = ID.exec(id) ?? [];
  if (seq === undefined && run === undefined) {
    const shown = id.length > MAX_SHOWN ? `${id.slice(0, MAX_SHOWN)}…` : id;
    throw new QueryError(`last_id must be the id of an event that was received, such as 1042, not "${shown}".`);
  }
  return {
    ...(seq === undefined ? {} : { seq: Number(seq) }),
    ...(run === undefined ? {} : { predictions: { run, number: Number(number) } }),
  };
}
