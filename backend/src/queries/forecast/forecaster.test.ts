import { ALERT_RULES } from '../question';
import { forecastTimeLimit } from './forecaster';

it('has an alert rule answered before its evaluation ends, and a person before a proxy gives up', () => {
  expect(forecastTimeLimit(ALERT_RULES)).toBeLessThan(30_000);
  expect(forecastTimeLimit('user ana')).toBeGreaterThan(30_000);
  expect(forecastTimeLimit('user ana')).toBeLessThan(60_000);
  expect(forecastTimeLimit('')).toBe(forecastTimeLimit('user ana'));
});
