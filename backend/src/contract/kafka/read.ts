import { isAbsent, SettingsError } from '../settings-error';

/** An object with no other keys than these. @throws SettingsError */
export function readObject<Key extends string>(
  name: string,
  value: unknown,
  known: readonly Key[],
): Partial<Record<Key, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    // What stands there instead is not repeated: it may be a secret in the wrong place.
    throw new SettingsError(`${name} must be an object with some of ${known.join(', ')}.`);
  }
  const unknown = Object.keys(value).find((key) => !known.some((one) => one === key));
  if (unknown === undefined) return value;
  throw new SettingsError(`${name}.${unknown} is not known; known: ${known.join(', ')}.`);
}

/** A list, or text with commas; at least one, each once. @throws SettingsError */
export function readNames(name: string, value: unknown, isName: (text: string) => boolean, what: string): string[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value];
  const names = list.map((one) => (typeof one === 'string' ? one.trim() : one)).filter((one) => !isAbsent(one));
  const bad = names.find((one) => typeof one !== 'string' || !isName(one));
  if (bad !== undefined || names.length === 0) {
    const not = bad === undefined ? '' : `, not ${JSON.stringify(bad)}`;
    throw new SettingsError(`${name} must be ${what}${not}.`);
  }
  return [...new Set(names.map(String))];
}

/** @throws SettingsError when it does not fit, or is absent and has no default */
export function readText(name: string, value: unknown, pattern: RegExp, what: string, fallback?: string): string {
  if (isAbsent(value) && fallback !== undefined) return fallback;
  if (typeof value === 'string' && pattern.test(value.trim())) return value.trim();
  throw new SettingsError(`${name} must be ${what}, not ${JSON.stringify(value)}.`);
}

/** @throws SettingsError when it is none of these, or is absent and has no default */
export function readChoice<T extends string>(name: string, value: unknown, known: readonly T[], fallback?: T): T {
  if (isAbsent(value) && fallback !== undefined) return fallback;
  const lower = typeof value === 'string' ? value.trim().toLowerCase() : value;
  const chosen = known.find((one) => one === lower);
  if (chosen !== undefined) return chosen;
  throw new SettingsError(`${name} must be one of ${known.join(', ')}, not ${JSON.stringify(value)}.`);
}

/** A path of its own, since the working directory may be anybody's. @throws SettingsError */
export function readPath(name: string, value: unknown): string | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string' && /^(\/|[A-Za-z]:[\\/])/.test(value.trim())) return value.trim();
  throw new SettingsError(`${name} must be an absolute path, not ${JSON.stringify(value)}.`);
}
