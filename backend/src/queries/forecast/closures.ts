import { addDays, DEFAULT_LANGUAGE, type InLanguages, type Language, type Notice } from '../../contract';
import { LONGEST_GAP_DAYS } from '../../warehouse/calendar';
import { wordingIn } from '../wording';
import type { ForecastContext } from './context';
import { daysBetween } from './grain';
import type { LearnedDays } from './learned-days';

/** Days in a row on which the shop sold nothing, both included. */
export interface Closure {
  first: string;
  last: string;
}

/** So many closures are told by their days, the latest; the others are counted. */
const TOLD = 3;

const DAYS_WITH_SALES = `SELECT day FROM dim_days
  WHERE orders > 0 AND day BETWEEN $first::DATE AND $last::DATE ORDER BY day`;

/** The closures of the whole shop within the days that are learned from: more than a week without any sale. */
export async function shopClosures(days: LearnedDays, { engine, signal }: ForecastContext): Promise<Closure[]> {
  const rows = await engine.rows(DAYS_WITH_SALES, { ...days }, signal);
  return closuresBetween(
    rows.map(({ day }) => String(day)),
    days,
  );
}

/** Where more than a week lies between days with sales, or between the latest and the end. */
export function closuresBetween(withSales: readonly string[], { last }: LearnedDays): Closure[] {
  return withSales.flatMap((day, i) => {
    const closure = { first: addDays(day, 1), last: addDays(withSales[i + 1] ?? addDays(last, 1), -1) };
    return daysBetween(closure.first, closure.last) > LONGEST_GAP_DAYS ? [closure] : [];
  });
}

interface ClosureWords {
  closed(first: string, last: string): string;
  more(times: number): string;
  all(closures: string): string;
}

const WORDS: InLanguages<ClosureWords> = {
  en: {
    closed: (first, last) => `from ${first} to ${last}`,
    more: (times) => `, and ${times} more ${times === 1 ? 'time' : 'times'} before that`,
    all: (closures) => `No sales at all ${closures}: these days count as zero.`,
  },
  'pt-BR': {
    closed: (first, last) => `de ${first} a ${last}`,
    more: (times) => `, e mais ${times} ${times === 1 ? 'vez' : 'vezes'} antes disso`,
    all: (closures) => `Nenhuma venda ${closures}: estes dias contam como zero.`,
  },
};

/** Says that these days are learned as zeros. */
export function closureNotices(closures: readonly Closure[], language: Language = DEFAULT_LANGUAGE): Notice[] {
  if (closures.length === 0) return [];
  const [words, { longDay }] = [WORDS[language], wordingIn(language)];
  const told = closures.slice(-TOLD).map(({ first, last }) => words.closed(longDay(first), longDay(last)));
  const more = closures.length - told.length;
  const text = words.all(`${told.join(', ')}${more === 0 ? '' : words.more(more)}`);
  return [{ severity: 'warning', text }];
}
