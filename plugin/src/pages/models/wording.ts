import { currentLocale } from '../../language/current';

/** A score from 0 to 1 with three decimals; a dash where there is none. */
export function formatScore(value: number | null | undefined): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '–';
  return value.toLocaleString(currentLocale(), { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}
