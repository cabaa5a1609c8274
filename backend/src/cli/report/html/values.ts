import { DAY_MS, type Language } from '../../../contract';
import type { PlainField, PlainValue } from '../cells';
import { dayText, localeOf, momentText, WORDS } from '../wording';

type Formatter = (value: number, language: Language, decimals: number | undefined) => string;

const number = (value: number, language: Language, decimals: number | undefined): string =>
  new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? (Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2),
  }).format(value);

const UNITS: Readonly<Record<string, Formatter>> = {
  currencyBRL: (value, language, decimals) =>
    `${value < 0 ? '-' : ''}R$ ${number(Math.abs(value), language, decimals ?? (Math.abs(value) < 1_000 ? 2 : 0))}`,
  percentunit: (value, language, decimals) => `${number(value * 100, language, decimals ?? 1)}%`,
  percent: (value, language, decimals) => `${number(value, language, decimals ?? 1)}%`,
  d: (value, language, decimals) => `${number(value, language, decimals)} d`,
};

/** A number in its unit and the reader's notation. */
export function numberText(value: number, unit: string, language: Language, decimals?: number): string {
  return (UNITS[unit] ?? number)(value, language, decimals);
}

/** A field's value as people read it; a dash where there is none. */
export function valueText(
  value: PlainValue,
  { isTime, unit, decimals, texts }: PlainField,
  language: Language,
): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? WORDS[language].yes : WORDS[language].no;
  const named = texts.get(String(value));
  if (named !== undefined || typeof value === 'string') return named ?? String(value);
  if (!isTime) return numberText(value, unit, language, decimals);
  return value % DAY_MS === 0 ? dayText(value, language) : momentText(value, language);
}
