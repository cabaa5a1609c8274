// Each unit starts a little early, so that a value that rounds up to 1000.0k is written 1.0M.
const UNITS = [
  { from: 999_950_000, size: 1e9, suffix: 'B' },
  { from: 999_950, size: 1e6, suffix: 'M' },
  { from: 1_000, size: 1e3, suffix: 'k' },
];
const NONE = '–';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tenth = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

type Quantity = number | null | undefined;

function known(value: Quantity): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function short(value: number, below: Intl.NumberFormat): string {
  const unit = UNITS.find(({ from }) => Math.abs(value) >= from);
  return unit ? `${tenth.format(value / unit.size)}${unit.suffix}` : below.format(value);
}

/** An amount in reais, short: `R$ 137.75`, `R$ 15.7k`, `R$ 1.2M`; a dash where there is none. */
export function formatMoney(value: Quantity): string {
  return known(value) ? `${value < 0 ? '-' : ''}R$ ${short(Math.abs(value), cents)}` : NONE;
}

/** An amount in reais to the cent: `R$ 15,739,137.01`; a dash where there is none. */
export function formatMoneyExact(value: Quantity): string {
  return known(value) ? `${value < 0 ? '-' : ''}R$ ${cents.format(Math.abs(value))}` : NONE;
}

/** A count, whole: `94,990`; a dash where there is none. */
export function formatCount(value: Quantity): string {
  return known(value) ? whole.format(value) : NONE;
}

/** A count, short: `950`, `95.0k`; a dash where there is none. */
export function formatCountShort(value: Quantity): string {
  return known(value) ? short(value, whole) : NONE;
}

/** A share of one as per cent with one decimal: `59.9%`, `<0.1%` for a trace; a dash where there is none. */
export function formatShare(value: Quantity): string {
  if (!known(value)) return NONE;
  return value > 0 && value < 0.0005 ? '<0.1%' : percent.format(value);
}

/** A mean with one decimal: `137.8`; a dash where there is none. */
export function formatMean(value: Quantity): string {
  return known(value) ? tenth.format(value) : NONE;
}

/** A mean with two decimals: `1.03`; a dash where there is none. */
export function formatFine(value: Quantity): string {
  return known(value) ? cents.format(value) : NONE;
}
