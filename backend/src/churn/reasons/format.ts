import type { FeatureUnit } from '../features/spec';

/** `1 day`, `210 days`. */
export function days(value: number): string {
  return counted(Math.round(value), 'day', 'days');
}

/** `R$ 1,250`; small sums with cents, `R$ 8.50`. */
export function money(value: number): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : 0;
  return `R$ ${grouped(value, digits)}`;
}

/** `97 %`; with one decimal below 10 %, `1.2 %`. */
export function share(value: number): string {
  const percent = value * 100;
  return `${grouped(percent, Math.abs(percent) < 9.95 && percent !== 0 ? 1 : 0)} %`;
}

/** A number with its noun: `1 item`, `2.5 items`. */
export function counted(value: number, one: string, many: string): string {
  const text = plain(value);
  return `${text} ${text === '1' ? one : many}`;
}

/** `3`, `2.5`, `1,250`: a decimal where it says something. */
export function plain(value: number): string {
  return grouped(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0, 0);
}

/** `1 of 5 stars`. */
export function stars(value: number): string {
  return `${plain(value)} of 5 stars`;
}

const FORMATS: Record<FeatureUnit, (value: number) => string> = {
  days,
  money,
  count: plain,
  share,
  score: plain,
  stars,
  number: plain,
};

/** A value with its unit, for people. */
export function formatted(value: number, unit: FeatureUnit): string {
  return FORMATS[unit](value);
}

/** Formats by the least and most decimals: making one takes longer than using it a hundred times. */
const NUMBER_FORMATS = new Map<number, Intl.NumberFormat>();

function grouped(value: number, most: number, least = most): string {
  const key = 10 * least + most;
  const format =
    NUMBER_FORMATS.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  NUMBER_FORMATS.set(key, format);
  const text = format.format(value);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
