import type { ForecastRequest } from '../../forecast/forecast';
import { forecastByAbleModel } from './by-able-model';
import { fakeForecaster } from './testing/fake-forecaster';

const series = (name: string, days: number) => ({
  name,
  daily: { firstDay: '2017-01-05', values: Float64Array.from({ length: days }, (_, i) => i % 7) },
});
const ask = async (model: ForecastRequest['model'], ...all: ReturnType<typeof series>[]) => {
  const forecaster = fakeForecaster();
  const forecasts = await forecastByAbleModel(
    { series: all, grain: 'day', horizonDays: 30, level: 0.8, model },
    { forecast: (request) => forecaster.forecast(request) },
  );
  const asked = forecaster.requests.map((request) => [request.model, request.series.map(({ name }) => name)]);
  return { forecasts, asked };
};

it('lets a series that is too short for the model fall back to the automatic choice, which it says', async () => {
  const { forecasts, asked } = await ask('last_year', series('new', 363), series('old', 364), series('Other', 500));
  expect(asked).toEqual([
    ['last_year', ['old', 'Other']],
    ['auto', ['new']],
  ]);
  expect(forecasts.map(({ name }) => name)).toEqual(['new', 'old', 'Other']);
  expect(forecasts.map(({ notices }) => notices)).toEqual([
    [
      {
        en: expect.stringMatching(
          /"last year repeated" needs at least 364 days .* automatic choice is used instead\.$/,
        ),
        'pt-BR': expect.stringMatching(
          /"ano passado repetido" precisa de pelo menos 364 dias .* escolha automática\.$/,
        ),
      },
    ],
    [],
    [],
  ]);
});

it.each([
  ['auto', [series('new', 30), series('old', 500)]],
  ['last_year', [series('old', 400), series('Other', 500)]],
  ['last_year', [series('', 30)]],
  ['last_year', [series('a', 30), series('b', 40)]],
] as const)('asks once and as it was told to otherwise: %s', async (model, all) => {
  const { asked } = await ask(model, ...all);
  expect(asked).toEqual([[model, all.map(({ name }) => name)]]);
});
