import { DEFAULT_LANGUAGE, type GenerationSummary, type InLanguages, type Language, type Notice } from '../../contract';
import { wordingIn } from '../wording';

type Days = Pick<GenerationSummary, 'firstDay' | 'regularFirstDay' | 'regularLastDay'>;

/** The days that forecasts learn from, both included. */
export interface LearnedDays {
  first: string;
  last: string;
}

/**
 * Forecasts learn from the first day of regular trade (see warehouse/calendar: an export's thin beginning would pass for
 * a season or a rise) to the as-of date. As of a day before regular trade there is nothing but the thin beginning.
 */
export function learnedDays(asOf: string, { firstDay, regularFirstDay }: Days): LearnedDays {
  return { first: asOf >= regularFirstDay ? regularFirstDay : firstDay, last: asOf };
}

interface LearnedWords {
  learned(first: string, last: string, leftOut: boolean): string;
  drained(regularLast: string, last: string): string;
}

const WORDS: InLanguages<LearnedWords> = {
  en: {
    learned: (first, last, leftOut) =>
      `Learned from ${first} to ${last}${leftOut ? '; the few sales before regular trade began are left out' : ''}.`,
    drained: (regularLast, last) =>
      `Regular trade ended on ${regularLast}: a forecast as of ${last} takes the few sales since for ` +
      `the shop’s present. End the time range on ${regularLast} or before.`,
  },
  'pt-BR': {
    learned: (first, last, leftOut) =>
      `Aprendido de ${first} a ${last}${leftOut ? '; as poucas vendas antes do comércio regular ficam de fora' : ''}.`,
    drained: (regularLast, last) =>
      `O comércio regular terminou em ${regularLast}: uma previsão em ${last} toma as poucas vendas desde então pelo ` +
      `presente da loja. Termine o período em ${regularLast} ou antes.`,
  },
};

/** Says which days forecasts learned from, and when these do not show the shop as it was. */
export function learnedNotices(
  { first, last }: LearnedDays,
  { firstDay, regularLastDay }: Days,
  language: Language = DEFAULT_LANGUAGE,
): Notice[] {
  const [words, { longDay }] = [WORDS[language], wordingIn(language)];
  const text = words.learned(longDay(first), longDay(last), first > firstDay);
  const learned: Notice = { severity: 'info', text };
  if (last <= regularLastDay) return [learned];
  return [learned, { severity: 'warning', text: words.drained(longDay(regularLastDay), longDay(last)) }];
}
