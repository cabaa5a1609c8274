import { DEFAULT_LANGUAGE, writtenHours, type InLanguages, type Language } from '../../contract';
import type { FeatureUnit } from '../features/spec';

interface Notation {
  /** For `Intl`. */
  locale: string;
  day: readonly [one: string, many: string];
  ofFiveStars: string;
}

const NOTATIONS: InLanguages<Notation> = {
  en: { locale: 'en-US', day: ['day', 'days'], ofFiveStars: 'of 5 stars' },
  'pt-BR': { locale: 'pt-BR', day: ['dia', 'dias'], ofFiveStars: 'de 5 estrelas' },
};

/** How sentences of one language write values. */
export interface Formats {
  /** `1 day`, `210 days`. */
  days(value: number): string;
  /** Of a number of hours: `24 minutes`, `5 hours`, `3 days`. */
  hours(value: number): string;
  /** `R$ 1,250`; small sums with cents, `R$ 8.50`. */
  money(value: number): string;
  /** `97%`; with one decimal below 10%, `1.2%`. */
  share(value: number): string;
  /** A number with its noun: `1 item`, `2.5 items`. */
  counted(value: number, one: string, many: string): string;
  /** `3`, `2.5`, `1,250`: a decimal where it says something. */
  plain(value: number): string;
  /** `1 of 5 stars`. */
  stars(value: number): string;
}

const FORMATS: InLanguages<Formats> = { en: formatsOf('en'), 'pt-BR': formatsOf('pt-BR') };

/** How sentences of the language write values. */
export function formatsIn(language: Language): Formats {
  return FORMATS[language];
}

/** A value with its unit, for people. */
export function formatted(value: number, unit: FeatureUnit, language: Language = DEFAULT_LANGUAGE): string {
  const { days, money, share, plain, stars } = FORMATS[language];
  const write = { days, money, share, stars, count: plain, score: plain, number: plain }[unit];
  return write(value);
}

function formatsOf(language: Language): Formats {
  const {
    locale,
    day: [one, many],
    ofFiveStars,
  } = NOTATIONS[language];
  const grouped = grouping(locale);
  const plain = (value: number): string => grouped(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0, 0);
  const counted = (value: number, single: string, several: string): string => {
    const text = plain(value);
    return `${text} ${text === '1' ? single : several}`;
  };
  return {
    plain,
    counted,
    days: (value) => counted(Math.round(value), one, many),
    hours: (value) => writtenHours(value, language),
    money: (value) => `R$ ${grouped(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : 0)}`,
    share: (value) => {
      const percent = value * 100;
      return `${grouped(percent, Math.abs(percent) < 9.95 && percent !== 0 ? 1 : 0)}%`;
    },
    stars: (value) => `${plain(value)} ${ofFiveStars}`,
  };
}

/** A writer of numbers with the least and most decimals. */
function grouping(locale: string): (value: number, most: number, least?: number) => string {
  // By the least and most decimals: making a format takes longer than using it a hundred times.
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, most, least = most) => {
    const key = 10 * least + most;
    const format =
      formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, format);
    const text = format.format(value);
    return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
  };
}
