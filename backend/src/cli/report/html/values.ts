import { DAY_MS, writtenDays, writtenHours, type Language } from '../../../contract';
import type { PlainField, PlainValue } from '../cells';
import { dayText, localeOf, momentText, WORDS } from '../wording';

/** Of a unit that Grafana puts behind the number as it is. */
export const SUFFIX = 'suffix:';

/** Of moments of which only the day is shown. */
const DAYS = 'time:ll';

type Formatter = (value: number, language: Language, decimals: number | undefined) => string;

const number = (value: number, language: Language, decimals: number | undefined): string =>
  new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? (Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2),
    // Two decimals would leave nothing of small shares.
    ...(decimals === undefined && Math.abs(value) < 0.1 ? { maximumSignificantDigits: 2 } : {}),
  }).format(value);

const SIZES = ['B', 'kB', 'MB', 'GB'];

const size: Formatter = (value, language, decimals) => {
  const step = Math.min(SIZES.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3));
  return `${number(value / 1_000 ** step, language, step === 0 ? 0 : (decimals ?? 1))} ${SIZES[step]}`;
};

const seconds: Formatter = (value, language, decimals) => {
  const inMs = value !== 0 && Math.abs(value) < 1;
  return inMs ? `${number(value * 1_000, language, 0)} ms` : `${number(value, language, value && (decimals ?? 1))} s`;
};

const UNITS: Readonly<Record<string, Formatter>> = {
  currencyBRL: (value, language, decimals) =>
    `${value < 0 ? '-' : ''}R$ ${number(Math.abs(value), language, decimals ?? (Math.abs(value) < 1_000 ? 2 : 0))}`,
  percentunit: (value, language, decimals) => `${number(value * 100, language, decimals ?? 1)}%`,
  percent: (value, language, decimals) => `${number(value, language, decimals ?? 1)}%`,
  h: writtenHours,
  s: seconds,
  decbytes: size,
  d: (value, language, decimals) =>
    Number.isInteger(value) ? writtenDays(value, language) : `${number(value, language, decimals)} d`,
};

/** A number in its unit and the reader's notation. */
export function numberText(value: number, unit: string, language: Language, decimals?: number): string {
  if (unit.startsWith(SUFFIX)) return number(value, language, decimals) + unit.slice(SUFFIX.length);
  return (UNITS[unit] ?? number)(value, language, decimals);
}

/** A field's value as people read it; a dash where there is none. */
export function valueText(
  value: PlainValue,
  { isTime, unit, decimals, texts }: Pick<PlainField, 'isTime' | 'unit' | 'decimals' | 'texts'>,
  language: Language,
): string {
  if (value === null || value === '') return '–';
  const named = texts.get(String(value));
  if (named !== undefined) return named;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? WORDS[language].yes : WORDS[language].no;
  if (!isTime) return numberText(value, unit, language, decimals);
  return unit === DAYS || value % DAY_MS === 0 ? dayText(value, language) : momentText(value, language);
}
