import { dayOf, startOf, type InLanguages, type Language, type Notice, type TimeRange } from '../contract';
import { longDay } from './wording';

/** The period that a time range is compared with: as long, and just before it. */
export interface PeriodBefore {
  range: TimeRange;
  /** From a moment of it to the same moment of the range, in ms. */
  shift: number;
  /** Of the period, what the data covers. */
  covered: 'all' | 'part' | 'nothing';
  firstDay: string;
}

/** @param firstDay the first day with a purchase */
export function periodBefore({ from, to }: TimeRange, firstDay: string): PeriodBefore {
  // A range of whole days ends with the last millisecond of its last one.
  const shift = Math.max(1, (to - from + 1) % 1_000 === 0 ? to - from + 1 : to - from);
  const range = { from: from - shift, to: from - 1 };
  const first = startOf(firstDay);
  return { range, shift, covered: range.to < first ? 'nothing' : range.from < first ? 'part' : 'all', firstDay };
}

interface PeriodWords {
  period(first: string, last: string): string;
  part(firstDay: string): string;
  nothing(firstDay: string): string;
}

const WORDS: InLanguages<PeriodWords> = {
  en: {
    period: (first, last) => `the period before, ${first === last ? first : `${first} to ${last}`}`,
    part: (firstDay) =>
      `The data begins on ${firstDay}, within the period before: only a part of it can be compared with.`,
    nothing: (firstDay) => `There is no period before to compare with: the data begins on ${firstDay}.`,
  },
  'pt-BR': {
    period: (first, last) => `o período anterior, ${first === last ? first : `de ${first} a ${last}`}`,
    part: (firstDay) =>
      `Os dados começam em ${firstDay}, dentro do período anterior: só uma parte dele serve de comparação.`,
    nothing: (firstDay) => `Não há período anterior com que comparar: os dados começam em ${firstDay}.`,
  },
};

/** The period in words: "the period before, Jan 29, 2018 to Feb 28, 2018". */
export function periodText({ range }: PeriodBefore, language: Language): string {
  const day = (ms: number): string => longDay(dayOf(ms), language);
  return WORDS[language].period(day(range.from), day(range.to));
}

/** Says it where the data begins within the period or after it; nothing where it covers all of it. */
export function coverageNotices({ covered, firstDay }: PeriodBefore, language: Language): Notice[] {
  if (covered === 'all') return [];
  return [{ severity: 'info', text: WORDS[language][covered](longDay(firstDay, language)) }];
}
