import { addDays, MAX_HORIZON_DAYS, type Text } from '../../contract';
import { ForecastError, type ForecastRequest, type NamedSeries } from '../forecast';

/** Fewest days that a forecast is made from: three weeks, so that each weekday was seen three times. */
export const FEWEST_DAYS = 21;
/** More series at once would take minutes, and no reader follows so many lines. */
export const MOST_SERIES = 250;

/** How a series is named to people. */
export function nameOf({ name }: NamedSeries): Text {
  return name === '' ? { en: 'the whole shop', 'pt-BR': 'a loja inteira' } : { en: `"${name}"`, 'pt-BR': `"${name}"` };
}

/** @throws ForecastError naming what cannot be forecast, and what to do */
export function checkRequest({ series, horizonDays, level }: ForecastRequest): void {
  if (series.length > MOST_SERIES) {
    throw new ForecastError({
      en: `${series.length} series were asked, at most ${MOST_SERIES} can be forecast at once: lower the limit, or filter.`,
      'pt-BR': `Foram pedidas ${series.length} séries, e no máximo ${MOST_SERIES} podem ser previstas de uma vez: reduza o limite ou filtre.`,
    });
  }
  if (!(Number.isInteger(horizonDays) && horizonDays >= 1 && horizonDays <= MAX_HORIZON_DAYS)) {
    throw new ForecastError(
      `The horizon must be a whole number of days from 1 to ${MAX_HORIZON_DAYS}; it is ${horizonDays}.`,
    );
  }
  if (!(level >= 0.5 && level <= 0.99)) {
    throw new ForecastError(`The level of the band must lie between 0.5 and 0.99; it is ${level}.`);
  }
  series.forEach(checkSeries);
}

function checkSeries(series: NamedSeries): void {
  const { values, firstDay } = series.daily;
  if (values.length < FEWEST_DAYS) {
    throw new ForecastError({
      en:
        `A forecast of ${nameOf(series).en} needs at least three weeks (${FEWEST_DAYS} days) of history up to the as-of date, ` +
        `and there ${values.length === 1 ? 'is' : 'are'} ${values.length}: move the time range on, or widen the filters.`,
      'pt-BR':
        `Uma previsão para ${nameOf(series)['pt-BR']} precisa de pelo menos três semanas (${FEWEST_DAYS} dias) de histórico até a ` +
        `data de referência, e há ${values.length}: avance o período ou amplie os filtros.`,
    });
  }
  const bad = values.findIndex((value) => !Number.isFinite(value) || value < 0);
  if (bad >= 0) {
    throw new ForecastError(
      `The history of ${nameOf(series).en} holds ${values[bad]} on ${addDays(firstDay, bad)}; ` +
        'only numbers from 0 upwards can be forecast.',
    );
  }
}
