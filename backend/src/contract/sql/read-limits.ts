import { isAbsent, SettingsError } from '../settings-error';
import { DEFAULT_SQL_LIMITS, SQL_LIMIT_NAMES, SQL_LIMIT_SPECS, type SqlLimits } from './limits';

/**
 * The limits in a data source's settings, with defaults for what is absent.
 *
 * @throws SettingsError
 */
export function readSqlLimits(value: unknown): SqlLimits {
  if (isAbsent(value)) return DEFAULT_SQL_LIMITS;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SettingsError(`sqlLimits must be an object such as {"seconds": 30}, not ${JSON.stringify(value)}.`);
  }
  const given: Record<string, unknown> = { ...value };
  const unknown = Object.keys(given).find((key) => !SQL_LIMIT_NAMES.some((name) => name === key));
  if (unknown !== undefined) {
    throw new SettingsError(
      `sqlLimits: ${JSON.stringify(unknown)} is not a limit; known: ${SQL_LIMIT_NAMES.join(', ')}.`,
    );
  }
  const limits = { ...DEFAULT_SQL_LIMITS };
  for (const name of SQL_LIMIT_NAMES) limits[name] = sqlLimit(name, given[name]);
  return limits;
}

function sqlLimit(name: keyof SqlLimits, value: unknown): number {
  const { default: fallback, min, max } = SQL_LIMIT_SPECS[name];
  if (isAbsent(value)) return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new SettingsError(
    `sqlLimits.${name} must be a whole number from ${min} to ${max}, not ${JSON.stringify(value)}.`,
  );
}
