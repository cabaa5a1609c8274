import type { Notice } from '../../contract';
import type { SeriesForecast } from '../../forecast/forecast';

/** So many series are named in a notice; the others are counted. */
const NAMED = 4;

/** What the forecasts say of themselves; of several series that say the same, once, naming them. */
export function forecastNotices(forecasts: readonly Pick<SeriesForecast, 'name' | 'notices'>[]): Notice[] {
  const saidBy = new Map<string, string[]>();
  for (const { name, notices } of forecasts) {
    for (const text of new Set(notices)) saidBy.set(text, [...(saidBy.get(text) ?? []), name]);
  }
  return [...saidBy].map(([text, names]) => ({
    severity: 'warning',
    text: `${prefix(names, forecasts.length)}${text}`,
  }));
}

/** Nothing for the whole shop, and where all series say it. */
function prefix(names: readonly string[], all: number): string {
  if (names.length === all && (all > 1 || names[0] === '')) return '';
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}: `;
}
