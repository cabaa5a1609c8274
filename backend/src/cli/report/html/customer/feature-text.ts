import { writtenDays, type Language } from '../../../../contract';
import { localeOf } from '../../wording';
import { numberText } from '../values';
import { CUSTOMER_WORDS } from './words';

type Format = (value: number, language: Language) => string;

/** Four digits tell what has no unit of its own, such as an index. */
const significant: Format = (value, language) =>
  new Intl.NumberFormat(localeOf(language), { maximumSignificantDigits: 4 }).format(value);

const FORMATS: Readonly<Record<string, Format>> = {
  days: writtenDays,
  money: (value, language) => numberText(value, 'currencyBRL', language, 2),
  share: (value, language) => numberText(value, 'percentunit', language),
  stars: (value, language) => CUSTOMER_WORDS[language].ofFive(numberText(value, '', language, 1)),
  count: (value, language) => numberText(value, '', language, Number.isInteger(value) ? 0 : 2),
};

/** A feature's value in its unit; "not known" where the customer has none. */
export function featureText(value: unknown, unit: string, language: Language): string {
  if (typeof value !== 'number') return CUSTOMER_WORDS[language].notKnown;
  return (FORMATS[unit] ?? significant)(value, language);
}

/** A difference of probabilities in percentage points, signed: `+0.42`, `−1.30`; `±0.00` where it rounds to nothing. */
export function pointsText(value: number, decimals: number, language: Language): string {
  const size = Math.abs(value * 100);
  const text = numberText(size, '', language, decimals);
  if (Number(size.toFixed(decimals)) === 0) return `±${text}`;
  return `${value < 0 ? '−' : '+'}${text}`;
}
