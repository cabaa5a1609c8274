import { DEFAULT_LANGUAGE, type InLanguages, type Language, type Notice } from '../../contract';
import type { SeriesForecast } from '../../forecast/forecast';

/** So many series are named in a notice; the others are counted. */
const NAMED = 4;

const MORE: InLanguages<(more: number) => string> = {
  en: (more) => ` and ${more} more`,
  'pt-BR': (more) => ` e mais ${more}`,
};

/** What the forecasts say of themselves; of several series that say the same, once, naming them. */
export function forecastNotices(
  forecasts: readonly Pick<SeriesForecast, 'name' | 'notices'>[],
  language: Language = DEFAULT_LANGUAGE,
): Notice[] {
  const told = forecasts.map(({ name, notices }) => ({ name, notices: notices.map((notice) => notice[language]) }));
  return noticesBySeries(told, language);
}

/** A series and what is to be said of it, in the reader's language. */
export interface SeriesNotices {
  name: string;
  notices: string[];
}

/** What is to be said of series: what several have in common once, naming them. */
export function noticesBySeries(all: readonly SeriesNotices[], language: Language): Notice[] {
  const saidBy = new Map<string, string[]>();
  for (const { name, notices } of all) {
    for (const text of new Set(notices)) saidBy.set(text, [...(saidBy.get(text) ?? []), name]);
  }
  return [...saidBy].map(([text, names]) => ({
    severity: 'warning',
    text: `${prefix(names, all.length, language)}${text}`,
  }));
}

/** Nothing for the whole shop, and where all series say it. */
function prefix(names: readonly string[], all: number, language: Language): string {
  if (names.length === all && (all > 1 || names[0] === '')) return '';
  const more = names.length > NAMED ? MORE[language](names.length - NAMED) : '';
  return `${names.slice(0, NAMED).join(', ')}${more}: `;
}
