import { DEFAULT_LANGUAGE, type InLanguages, type Language, type Notice } from '../../contract';
import { ForecastError } from '../../forecast/forecast';
import type { Holiday } from '../../forecast/holidays';

export type { Holiday };

/** The holidays that bend sales. */
export interface Calendar {
  /** The country by which models learn holidays; absent where its holidays are not known. */
  country?: string;
  /** The holidays from one day to another, both included, in their order. */
  between(from: string, to: string): Holiday[];
  /** Says that there are none. */
  notices: Notice[];
}

const UNKNOWN: InLanguages<(country: string) => string> = {
  en: (country) => `The holidays of the country "${country}" are not known, so forecasts are made without any.`,
  'pt-BR': (country) =>
    `Os feriados do país "${country}" não são conhecidos, por isso as previsões são feitas sem eles.`,
};

/** The holidays of a country (ISO 3166-1); none, with a notice, where they are not known. */
export async function calendarOf(country: string, language: Language = DEFAULT_LANGUAGE): Promise<Calendar> {
  // The rules of all countries are large, and only forecasts need them.
  const { holidaysBetween } = await import('../../forecast/holidays');
  try {
    holidaysBetween(country, '2018-01-01', '2018-01-01');
    return { country, between: (from, to) => holidaysBetween(country, from, to), notices: [] };
  } catch (error) {
    if (!(error instanceof ForecastError)) throw error;
    return { between: () => [], notices: [{ severity: 'warning', text: UNKNOWN[language](country) }] };
  }
}
