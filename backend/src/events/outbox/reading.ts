/** A webhooks file that cannot be used; the message names file, receiver and key, what is wrong, and what may stand there. */
export class WebhooksError extends Error {
  override readonly name = 'WebhooksError';
}

export type Mapping = Readonly<Record<string, unknown>>;

/** @throws WebhooksError unless `value` is a mapping with no other keys than `known` */
export function mapping(value: unknown, place: string, known: readonly string[]): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WebhooksError(`${place}: there must be a mapping with the keys ${known.join(', ')}.`);
  }
  const entries: Mapping = { ...value };
  const unknown = Object.keys(entries).find((key) => !known.includes(key));
  if (unknown === undefined) return entries;
  throw new WebhooksError(`${place}: the key ${shown(unknown)} is not known; there may be ${known.join(', ')}.`);
}

/** @throws WebhooksError unless `value` is a text that fits the pattern; `what` says which do */
export function text(value: unknown, place: string, pattern: RegExp, what: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new WebhooksError(`${place}: ${shown(value)} must be ${what}.`);
}

/** @throws WebhooksError unless `value` is one of `known` */
export function oneOf<T extends string>(value: unknown, place: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new WebhooksError(`${place}: ${shown(value)} is not known; it may be ${known.join(', ')}.`);
}

/** @throws WebhooksError unless `value` is absent or a list of some of `known`; absent and empty are the fallback */
export function someOf<T extends string>(
  value: unknown,
  place: string,
  known: readonly T[],
  fallback: readonly T[],
): readonly T[] {
  if (value === undefined || value === null) return fallback;
  if (!Array.isArray(value)) throw new WebhooksError(`${place}: there must be a list of ${known.join(', ')}.`);
  const found = new Set(value.map((one: unknown) => oneOf(one, place, known)));
  return found.size === 0 ? fallback : [...found];
}

/** @throws WebhooksError unless `value` is absent, true or false */
export function flag(value: unknown, place: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  throw new WebhooksError(`${place}: ${shown(value)} must be true or false.`);
}

/** A value as it can stand in a message: cut where it is long. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return 'what is missing';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
