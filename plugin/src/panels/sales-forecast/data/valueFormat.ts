import { formattedValueToString, type Field } from '@grafana/data';
import { formatCount, formatCountShort, formatMean, formatMoney, formatMoneyExact } from '../../../format/numbers';

type Quantity = number | null | undefined;
type Write = (value: Quantity) => string;

/** How a measure's values are written. */
export interface ValueFormat {
  /** Three or four digits, for totals. */
  short: Write;
  /** All digits, for what is pointed at and for tables. */
  exact: Write;
  /** Without decimals that say nothing, for axes. */
  tick: Write;
}

const MONEY = 'currencyBRL';
const COUNTS: ReadonlyArray<string | undefined> = [undefined, '', 'short', 'none', 'locale'];

/**
 * How the values of a field are written: money and counts as everywhere in the app; in any other unit, which somebody has
 * chosen for the panel, as Grafana writes it.
 */
export function valueFormat(field: Field | undefined): ValueFormat {
  const unit = field?.config.unit;
  if (unit === MONEY) return { short: formatMoney, exact: formatMoneyExact, tick: plain(formatMoney) };
  const { display } = field ?? {};
  if (COUNTS.includes(unit) || !display) {
    return { short: formatCountShort, exact: exactCount, tick: plain(formatCountShort) };
  }
  const write: Write = (value) =>
    typeof value === 'number' && Number.isFinite(value) ? formattedValueToString(display(value)) : '–';
  return { short: write, exact: write, tick: write };
}

/** An expected count need not be whole, which matters where it is small. */
function exactCount(value: Quantity): string {
  return Number.isInteger(value) || Math.abs(value ?? 0) >= 100 ? formatCount(value) : formatMean(value);
}

/** `R$ 50.0k` becomes `R$ 50k`. */
function plain(write: Write): Write {
  return (value) => write(value).replace(/[.,]0+(?=\D|$)/, '');
}
