import type { Forecaster, ForecastRequest } from '../../forecast/forecast';
import { patientForecaster } from './patience';

it('waits as long as the report may take, whatever a page would wait', async () => {
  const forecast = jest.fn<ReturnType<Forecaster['forecast']>, Parameters<Forecaster['forecast']>>(() =>
    Promise.resolve([]),
  );
  const close = jest.fn(() => Promise.resolve());
  const patient = patientForecaster({ forecast, close }, 300_000);
  const request: ForecastRequest = { series: [], grain: 'day', horizonDays: 30, level: 0.8, model: 'auto' };
  const { signal } = new AbortController();
  await patient.forecast(request, { signal, timeLimitMs: 28_000 });
  expect(forecast).toHaveBeenCalledWith(request, { signal, timeLimitMs: 300_000 });
  await patient.close();
  expect(close).toHaveBeenCalledTimes(1);
});
