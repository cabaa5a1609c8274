import type { SalesMeasure } from '../contract';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Money in words' company: `R$ 15.74 M`, `R$ 812.3 k`, `R$ 95`. */
export function money(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_950) return `R$ ${(value / 1e6).toFixed(2)} M`;
  if (size >= 9_999.5) return `R$ ${(value / 1e3).toFixed(1)} k`;
  return `R$ ${Math.round(value).toLocaleString('en-US')}`;
}

/** A whole number with thousands separated: `98,207`. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** An amount of a measure: money, or a whole number with thousands separated. */
export function amountText(measure: SalesMeasure, value: number): string {
  return measure === 'revenue' ? money(value) : count(value);
}

/** A day (`YYYY-MM-DD`) as people write it: `28 Aug 2018`. */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** Names as people list them: `SP, RJ and MG`. */
export function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** A share (0 to 1) in percent with one decimal: `59.9 %`. */
export function share(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
