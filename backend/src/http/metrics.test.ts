import { Metrics } from './metrics';

it('counts the series that forecasts were asked for by how that ended, and how long that took', async () => {
  const metrics = new Metrics(() => new Map());
  metrics.countForecast('done', 27, 0.2);
  metrics.countForecast('done', 1, 4);
  metrics.countForecast('failed', 2, 0.01);
  const text = await metrics.text();
  expect(text).toContain('churnwatch_forecast_series_total{outcome="done"} 28');
  expect(text).toContain('churnwatch_forecast_series_total{outcome="failed"} 2');
  expect(text).toContain('churnwatch_forecast_duration_seconds_bucket{le="0.3"} 2');
  expect(text).toContain('churnwatch_forecast_duration_seconds_count 3');
});
