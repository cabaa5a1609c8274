import type { Text } from '../../contract';
import type { ForecastRequest, SeriesForecast } from '../../forecast/forecast';
import { modelOf } from '../../forecast/choice/costs';
import { labelOfModel } from '../../forecast/models';
import type { ForecastContext } from './context';

/**
 * The forecasts that are asked for. Where some series are too short for the model, these fall back to the automatic
 * choice, and say so: one young category must not refuse all the others. Where all are too short, the forecaster says
 * what the model needs.
 *
 * @throws ForecastError when a series cannot be forecast
 */
export async function forecastByAbleModel(
  request: ForecastRequest,
  { forecast }: Pick<ForecastContext, 'forecast'>,
): Promise<SeriesForecast[]> {
  const { model, series } = request;
  if (model === 'auto') return forecast(request);
  const { minDays } = modelOf(model);
  const short = series.filter(({ daily }) => daily.values.length < minDays);
  if (short.length === 0 || short.length === series.length) return forecast(request);
  const [able, fallback] = await Promise.all([
    forecast({ ...request, series: series.filter((one) => !short.includes(one)) }),
    forecast({ ...request, series: short, model: 'auto' }),
  ]);
  const label = labelOfModel(model);
  const text: Text = {
    en:
      `The model "${label.en}" needs at least ${minDays} days of history, and there are fewer: ` +
      'the automatic choice is used instead.',
    'pt-BR':
      `O modelo "${label['pt-BR']}" precisa de pelo menos ${minDays} dias de histórico, e há menos: ` +
      'usa-se a escolha automática.',
  };
  const told = fallback.map((one) => ({ ...one, notices: [text, ...one.notices] }));
  return series.flatMap((one) => (short.includes(one) ? told : able).find(({ name }) => name === one.name) ?? []);
}
