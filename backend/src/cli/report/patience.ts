import type { Forecaster } from '../../forecast/forecast';

/**
 * The same forecaster, which may take its time: on a page somebody waits, and a forecast that is not ready soon is given
 * up; a report is made once, and must have it.
 */
export function patientForecaster(forecaster: Forecaster, timeLimitMs: number): Forecaster {
  return {
    forecast: (request, run) => forecaster.forecast(request, { ...run, timeLimitMs }),
    close: () => forecaster.close(),
  };
}
