import { t } from '../language/t';
import { formatCount, formatDecimal } from './numbers';

const NONE = '–';

type Quantity = number | null | undefined;

function known(value: Quantity): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * A probability where most are close to 0 or to 1: per cent with one decimal, with two close to
 * certainty; a dash where there is none.
 */
export function formatProbability(value: Quantity): string {
  if (!known(value)) return NONE;
  const away = Math.min(value, 1 - value);
  if (away <= 0) return value > 0 ? '100%' : '0%';
  return `${formatDecimal(value * 100, away < 0.05 ? 2 : 1)}%`;
}

/** Odds as a multiple of the average's: `0.62×`, `12×`; a dash where there are none. */
export function formatOdds(value: Quantity): string {
  if (!known(value)) return NONE;
  return `${formatDecimal(value, value < 10 ? 2 : 0)}×`;
}

/** A difference of probabilities in percentage points, signed: `+0.42`, `−1.30`; `±0.00` where it rounds to nothing. */
export function formatPoints(value: number, decimals: number): string {
  const size = Math.abs(value * 100);
  const text = formatDecimal(size, decimals);
  if (Number(size.toFixed(decimals)) === 0) return `±${text}`;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Days in words: `1 day`, `210 days`; a dash where they are not known. */
export function formatDays(value: Quantity): string {
  if (!known(value)) return NONE;
  const days = Math.round(value);
  return t('format.days', days === 1 ? '{{days}} day' : '{{days}} days', { count: days, days: formatCount(days) });
}
