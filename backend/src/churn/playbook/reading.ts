/** A playbook that cannot be used; the message names file, rule and key, what is wrong, and what may stand there. */
export class PlaybookError extends Error {
  override readonly name = 'PlaybookError';
}

/** Where something stands, for messages: `playbook.yaml, rule 3 "win-back", when.band`. */
export type Place = string;

export type Mapping = Readonly<Record<string, unknown>>;

/** @throws PlaybookError unless `value` is a mapping with no other keys than `known` */
export function mapping(value: unknown, place: Place, known: readonly string[]): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlaybookError(`${place}: ${shown(value)} must be a mapping with the keys ${known.join(', ')}.`);
  const entries: Mapping = { ...value };
  const unknown = Object.keys(entries).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new PlaybookError(`${place}: the key ${shown(unknown)} is not known; there may be ${known.join(', ')}.`);
  return entries;
}

/** @throws PlaybookError unless `value` is text of 1 to `longest` characters */
export function text(value: unknown, place: Place, longest: number): string {
  const found = typeof value === 'string' ? value.trim() : '';
  if (found.length >= 1 && found.length <= longest) return found;
  throw new PlaybookError(`${place}: ${shown(value)} must be a text of 1 to ${longest} characters.`);
}

/** @throws PlaybookError unless `value` is a finite number from `min` to `max` */
export function number(value: unknown, place: Place, min: number, max: number): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new PlaybookError(`${place}: ${shown(value)} must be a number from ${min} to ${max}.`);
}

/** @throws PlaybookError unless `value` is one of `known` */
export function oneOf<T extends string>(value: unknown, place: Place, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new PlaybookError(`${place}: ${shown(value)} is not known; it may be ${known.join(', ')}.`);
}

/** A value as it can stand in a message: cut where it is long. */
function shown(value: unknown): string {
  if (value === undefined) return 'what is missing';
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
