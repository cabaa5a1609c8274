import { DEFAULT_LANGUAGE, writtenDay, type InLanguages, type Language, type SalesMeasure } from '../contract';

interface Notation {
  /** For `Intl`. */
  locale: string;
  /** The same for lists: in British English without a comma before "and". */
  listLocale: string;
  /** With a space before where the language sets one. */
  million: string;
  thousand: string;
}

const NOTATIONS: InLanguages<Notation> = {
  en: {
    locale: 'en-US',
    listLocale: 'en-GB',
    million: 'M',
    thousand: 'k',
  },
  'pt-BR': {
    locale: 'pt-BR',
    listLocale: 'pt-BR',
    million: ' mi',
    thousand: ' mil',
  },
};

/** Numbers, money and days as sentences of one language write them. */
export interface Wording {
  money(value: number): string;
  count(value: number): string;
  /** With so many decimals. */
  decimal(value: number, decimals: number): string;
  share(value: number): string;
  amount(measure: SalesMeasure, value: number): string;
  longDay(day: string): string;
  /** `a, b and c`. */
  list(names: readonly string[]): string;
}

/** How sentences of the language write numbers, money and days. */
export function wordingIn(language: Language): Wording {
  return WORDINGS[language];
}

const WORDINGS: InLanguages<Wording> = { en: wordingOf('en'), 'pt-BR': wordingOf('pt-BR') };

function wordingOf(language: Language): Wording {
  const { locale, listLocale, million, thousand } = NOTATIONS[language];
  const formats = [0, 1, 2, 3].map(
    (decimals) => new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  );
  const listing = new Intl.ListFormat(listLocale, { style: 'long', type: 'conjunction' });
  const decimal = (value: number, decimals: number): string => formats[decimals]?.format(value) ?? String(value);
  const count = (value: number): string => decimal(Math.round(value), 0);
  const money = (value: number): string => {
    const size = Math.abs(value);
    if (size >= 999_950) return `R$ ${decimal(value / 1e6, 2)}${million}`;
    if (size >= 9_999.5) return `R$ ${decimal(value / 1e3, 1)}${thousand}`;
    return `R$ ${count(value)}`;
  };
  return {
    money,
    count,
    decimal,
    list: (names) => listing.format(names),
    share: (value) => `${decimal(value * 100, 1)}%`,
    amount: (measure, value) => (measure === 'revenue' ? money(value) : count(value)),
    longDay: (day) => writtenDay(day, language),
  };
}

/** Money in words' company: `R$ 15.74M`, `R$ 812.3k`, `R$ 95`; in Portuguese `R$ 15,74 mi`. */
export function money(value: number, language: Language = DEFAULT_LANGUAGE): string {
  return wordingIn(language).money(value);
}

/** A whole number with thousands separated: `98,207`. */
export function count(value: number, language: Language = DEFAULT_LANGUAGE): string {
  return wordingIn(language).count(value);
}

/** An amount of a measure: money, or a whole number with thousands separated. */
export function amountText(measure: SalesMeasure, value: number, language: Language = DEFAULT_LANGUAGE): string {
  return wordingIn(language).amount(measure, value);
}

/** A day (`YYYY-MM-DD`) as people write it: `Aug 28, 2018`, `28 de ago. de 2018`. */
export function longDay(day: string, language: Language = DEFAULT_LANGUAGE): string {
  return wordingIn(language).longDay(day);
}

/** A share (0 to 1) in percent with one decimal: `59.9%`. */
export function share(value: number, language: Language = DEFAULT_LANGUAGE): string {
  return wordingIn(language).share(value);
}
