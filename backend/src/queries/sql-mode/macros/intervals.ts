import { QueryError } from '../../../contract';

const SHORT: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
};
const LONG = new Set([...Object.values(SHORT), 'quarter']);
const STEPS_MS: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
];
const MAX_COUNT = 100_000_000;
/** `1h`, `'1h'`, `1 day`, `INTERVAL '1 day'`, `INTERVAL 1 DAY`, `month`, `'month'`. */
const WRITTEN = /^(?:interval\s+)?'?\s*(\d{1,9})?\s*([a-z]+)\s*'?$/i;
const COUNT_IN_QUOTES = /^(interval\s+)'(\d{1,9})'(\s*[a-z]+)$/i;

/**
 * A width of time in milliseconds as an INTERVAL literal, in the largest unit that fits without remainder.
 *
 * @throws QueryError for anything but a positive number
 */
export function intervalLiteral(ms: number): string {
  const whole = wholeInterval(ms);
  const [unit, size] = STEPS_MS.find(([, step]) => whole % step === 0)!;
  return literal(whole / size, unit);
}

/**
 * The width as whole milliseconds, at least one.
 *
 * @throws QueryError for anything but a positive number
 */
export function wholeInterval(ms: number): number {
  if (!Number.isFinite(ms) || ms <= 0 || ms > Number.MAX_SAFE_INTEGER)
    throw new QueryError('The interval of the panel must be a positive number of milliseconds.');
  return Math.max(1, Math.round(ms));
}

/**
 * The INTERVAL literal for a width as people write it in a macro: `1h`, `'1h'`, `month`, `INTERVAL '2 weeks'`.
 * Grafana's own letters: `m` is a minute, `M` a month.
 *
 * @throws QueryError saying what may stand there
 */
export function readInterval(written: string, place: string): string {
  const match = WRITTEN.exec(written.replace(COUNT_IN_QUOTES, '$1$2$3'));
  const unit = match === null ? undefined : unitOf(match[2]!);
  const count = Number(match?.[1] ?? 1);
  if (unit === undefined || count < 1 || count > MAX_COUNT)
    throw new QueryError(
      `$__timeGroup at ${place} has the interval ${JSON.stringify(written)}; it takes $__interval, a number with a ` +
        "unit (s, m, h, d, w, M for months, y), e.g. 1d or '1w', or a unit, e.g. month.",
    );
  return literal(count, unit);
}

function unitOf(written: string): string | undefined {
  if (Object.hasOwn(SHORT, written)) return SHORT[written];
  const singular = written.toLowerCase().replace(/s$/, '');
  return LONG.has(singular) ? singular : undefined;
}

function literal(count: number, unit: string): string {
  return `INTERVAL '${count} ${unit}${count === 1 ? '' : 's'}'`;
}
