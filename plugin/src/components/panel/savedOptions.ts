/** Reads one option as what it should be; undefined where it is something else. */
export type Reading<T> = (value: unknown) => T | undefined;

export const flag: Reading<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const text: Reading<string> = (value) => (typeof value === 'string' ? value.trim() : undefined);

/** A whole number within these bounds. */
export const countBetween =
  (least: number, most: number): Reading<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;

export const oneOf =
  <T extends string>(known: readonly T[]): Reading<T> =>
  (value) =>
    known.find((one) => one === value);

/**
 * What reads the options of a panel as they were saved, by whichever version or by hand, with the default for everything that
 * is absent or not known.
 */
export function savedOptions<Options extends object>(
  saved: Partial<Record<keyof Options, unknown>> | undefined,
  defaults: Options,
): <Name extends keyof Options>(name: Name, as: Reading<Options[Name]>) => Options[Name] {
  return (name, as) => as(saved?.[name]) ?? defaults[name];
}
