import type { InLanguages } from '@contract';
import { currentLanguage } from '../language/current';
import { perLocale } from '../language/perLocale';

// Each unit starts a little early, so that a value that rounds up to 1000.0k is written 1.0M.
const UNITS = [
  { from: 999_950_000, size: 1e9, name: 'billion' },
  { from: 999_950, size: 1e6, name: 'million' },
  { from: 1_000, size: 1e3, name: 'thousand' },
] as const;
const SUFFIXES: InLanguages<Record<(typeof UNITS)[number]['name'], string>> = {
  en: { billion: 'B', million: 'M', thousand: 'k' },
  'pt-BR': { billion: ' bi', million: ' mi', thousand: ' mil' },
};
const NONE = '–';

const decimals = (count: number, style?: 'percent') =>
  perLocale(
    (locale) => new Intl.NumberFormat(locale, { style, minimumFractionDigits: count, maximumFractionDigits: count }),
  );
const whole = decimals(0);
const tenth = decimals(1);
const cents = decimals(2);
const percent = decimals(1, 'percent');
const significant = perLocale((locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }));

type Quantity = number | null | undefined;

function known(value: Quantity): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function short(value: number, below: Intl.NumberFormat): string {
  const unit = UNITS.find(({ from }) => Math.abs(value) >= from);
  return unit ? `${tenth().format(value / unit.size)}${SUFFIXES[currentLanguage()][unit.name]}` : below.format(value);
}

/** An amount in reais, short: `R$ 137.75`, `R$ 15.7k`, `R$ 1.2M`, in Portuguese `R$ 1,2 mi`; a dash where there is none. */
export function formatMoney(value: Quantity): string {
  return known(value) ? `${value < 0 ? '-' : ''}R$ ${short(Math.abs(value), cents())}` : NONE;
}

/** An amount in reais to the cent: `R$ 15,739,137.01`; a dash where there is none. */
export function formatMoneyExact(value: Quantity): string {
  return known(value) ? `${value < 0 ? '-' : ''}R$ ${cents().format(Math.abs(value))}` : NONE;
}

/** A count, whole: `94,990`; a dash where there is none. */
export function formatCount(value: Quantity): string {
  return known(value) ? whole().format(value) : NONE;
}

/** A count, short: `950`, `95.0k`, in Portuguese `95,0 mil`; a dash where there is none. */
export function formatCountShort(value: Quantity): string {
  return known(value) ? short(value, whole()) : NONE;
}

/** A share of one as per cent with one decimal: `59.9%`, `<0.1%` for a trace; a dash where there is none. */
export function formatShare(value: Quantity): string {
  if (!known(value)) return NONE;
  return value > 0 && value < 0.0005 ? `<${percent().format(0.001)}` : percent().format(value);
}

/** A number without a unit of its own, in four significant digits: `1.427`, `12,350`; a dash where there is none. */
export function formatSignificant(value: Quantity): string {
  return known(value) ? significant().format(value) : NONE;
}

/** A mean with one decimal: `137.8`; a dash where there is none. */
export function formatMean(value: Quantity): string {
  return known(value) ? tenth().format(value) : NONE;
}

/** A mean with two decimals: `1.03`; a dash where there is none. */
export function formatFine(value: Quantity): string {
  return known(value) ? cents().format(value) : NONE;
}

/** A number with as many decimals as asked for, whole thousands apart: `1,234.50`; a dash where there is none. */
export function formatDecimal(value: Quantity, fractionDigits: number): string {
  return known(value) ? (DECIMALS[fractionDigits] ?? cents)().format(value) : NONE;
}

const DECIMALS = [whole, tenth, cents, decimals(3), decimals(4)];
