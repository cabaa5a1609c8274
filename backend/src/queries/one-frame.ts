import { QueryError, type Frame } from '../contract';

/**
 * The frames of an answer that have the name that was asked for: all of them where none was. An answer without data stays
 * as it is, whatever its frame is called.
 *
 * @throws QueryError where there is data, but none of this name
 */
export function framesNamed(frames: readonly Frame[], name: string | undefined): Frame[] {
  if (name === undefined || frames.every(({ fields }) => fields.length === 0)) return [...frames];
  const named = frames.filter((frame) => frame.name === name);
  if (named.length > 0) return named;
  const known = frames.map((frame) => frame.name).join(', ');
  throw new QueryError(`The answer has no frame "${name}"; known: ${known}.`);
}
