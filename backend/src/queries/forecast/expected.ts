import {
  narrowingOf,
  type FieldConfig,
  type ForecastDimension,
  type ForecastModelChoice,
  type InLanguages,
  type Language,
  type Notice,
  type SalesMeasure,
} from '../../contract';
import type { ForecastRequest, NamedSeries, SeriesForecast } from '../../forecast/forecast';
import { needsCustomers } from '../filters';
import { nameIn } from '../in-language/frames';
import { forecastByAbleModel } from './by-able-model';
import { closureNotices, shopClosures } from './closures';
import type { ForecastContext } from './context';
import { dailySeries, type SeriesOf } from './daily-series';
import { calendarOf, type Calendar } from './holidays';
import { learnedDays, learnedNotices, type LearnedDays } from './learned-days';
import { forecastNotices } from './notices';

const DEFAULT_LIMIT = 6;
const DEFAULT_LEVEL = 80;

/** What the forecast kinds have in common. */
export interface Wanted extends Partial<SeriesOf> {
  model?: ForecastModelChoice;
  /** Of the band, in percent. */
  level?: number;
}

/** A series, what it was, and what is expected of it. */
export interface ExpectedSeries extends NamedSeries {
  forecast: SeriesForecast;
}

export interface Expected {
  /** Of names and notices. */
  language: Language;
  measure: SalesMeasure;
  by?: ForecastDimension;
  /** Of the inner band, in percent. */
  level: number;
  learned: LearnedDays;
  series: ExpectedSeries[];
  calendar: Calendar;
  /** What the reader must know: from when to when was learned, and what the forecasts say of themselves. */
  notices: Notice[];
}

/**
 * The forecasts that a query is about, as of the as-of date; undefined where nothing was sold.
 *
 * @throws ForecastError when a series cannot be forecast
 */
export async function expectedOf(
  wanted: Wanted,
  ahead: Pick<ForecastRequest, 'grain' | 'horizonDays'>,
  context: ForecastContext,
): Promise<Expected | undefined> {
  const { measure = 'revenue', by, limit = DEFAULT_LIMIT, model = 'auto', level = DEFAULT_LEVEL } = wanted;
  const learned = learnedDays(context.asOf, context.generation);
  const [series, closures] = await Promise.all([
    dailySeries({ ...narrowingOf(wanted), measure, by, limit }, learned, context),
    shopClosures(learned, context),
  ]);
  if (series.length === 0) return undefined;
  const calendar = await calendarOf(context.settings.country, context.language);
  const request = { ...ahead, series, level: level / 100, model, country: calendar.country };
  const forecasts = await forecastByAbleModel(request, context);
  const expected = series.flatMap((one, i) => {
    const forecast = forecasts[i];
    return forecast ? [{ ...one, forecast }] : [];
  });
  const notices = [
    ...learnedNotices(learned, context.generation, context.language),
    ...closureNotices(closures, context.language),
    ...calendar.notices,
    ...hindsightNotices(wanted, context.language),
    ...forecastNotices(
      expected.map(({ forecast }) => forecast),
      context.language,
    ),
  ];
  return { language: context.language, measure, by, level, learned, series: expected, calendar, notices };
}

const HINDSIGHT: InLanguages<string> = {
  en:
    'Segments and risk bands are those of the as-of date: the past shows what today’s members bought, so the sales of ' +
    'recent buyers rise towards the as-of date by definition, and those of others end before it. Read with care.',
  'pt-BR':
    'Segmentos e faixas de risco são os da data de referência: o passado mostra o que os membros de hoje compraram, por ' +
    'isso as vendas de compradores recentes sobem até essa data por definição, e as de outros terminam antes. Leia com cuidado.',
};

/** Who is chosen by what they are today was not always that. */
function hindsightNotices(wanted: Wanted, language: Language): Notice[] {
  if (wanted.by !== 'segment' && !needsCustomers(wanted)) return [];
  return [{ severity: 'warning', text: HINDSIGHT[language] }];
}

/** The label of a series' fields. */
export const labelsOf = (by: ForecastDimension | undefined, name: string): Record<string, string> | undefined =>
  by ? { [by]: name } : undefined;

/** What a series is called: the dimension's value. */
export const titled = (name: string, what: string, language: Language): FieldConfig => {
  const shown = nameIn(language, what);
  if (name === '') return { displayNameFromDS: shown };
  return { displayNameFromDS: `${nameIn(language, name)}: ${shown.charAt(0).toLowerCase()}${shown.slice(1)}` };
};
