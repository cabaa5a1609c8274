import {
  addDays,
  DAY_MS,
  dayOf,
  MAX_HORIZON_DAYS,
  startOf,
  type AnnotationsQuery,
  type InLanguages,
} from '../../contract';
import type { QueryContext } from '../context';
import { calendarOf } from '../forecast/holidays';
import { wordingIn } from '../wording';
import type { Told } from './event';

type Context = Pick<QueryContext, 'asked' | 'generation' | 'language' | 'settings'>;

interface HolidayWords {
  told(first: string, last: string): string;
  holiday(country: string, day: string): string;
}

const WORDS: InLanguages<HolidayWords> = {
  en: {
    told: (first, last) => `Holidays are told from ${first} to ${last}, as far as there are data and forecasts.`,
    holiday: (country, day) => `Holiday in ${country}, ${day}.`,
  },
  'pt-BR': {
    told: (first, last) => `Os feriados são mostrados de ${first} a ${last}, até onde há dados e previsões.`,
    holiday: (country, day) => `Feriado em ${country}, ${day}.`,
  },
};

/**
 * The holidays of the shop's country inside the time range, as far as there is data or a forecast for them to bend: a
 * range of a thousand years would else take a minute to tell.
 */
export async function holidayEvents(
  _query: AnnotationsQuery,
  { asked, generation, language, settings }: Context,
): Promise<Told> {
  const { firstDay, lastDay } = generation;
  const lastForecast = addDays(lastDay, MAX_HORIZON_DAYS);
  const from = Math.max(asked.from, startOf(firstDay));
  const to = Math.min(asked.to, startOf(lastForecast) + DAY_MS - 1);
  const { country, between, notices } = await calendarOf(settings.country, language);
  const [words, { longDay }] = [WORDS[language], wordingIn(language)];
  if (from > to) {
    const text = words.told(longDay(firstDay), longDay(lastForecast));
    return { events: [], notices: [{ severity: 'info', text }] };
  }
  const events = between(dayOf(from), dayOf(to)).map(({ day, name, called }) => ({
    id: `holiday-${day}-${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-')}`,
    time: startOf(day),
    timeEnd: startOf(day) + DAY_MS - 1,
    title: called[language],
    text: words.holiday(country ?? settings.country, longDay(day)),
    tags: ['holiday', country ?? settings.country],
  }));
  return { events, notices };
}
