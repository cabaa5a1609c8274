import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Forecaster } from '../forecast/forecast';
import type { Metrics } from '../http/metrics';
import { LazyForecaster } from '../queries/forecast/lazy-forecaster';
import { bundleFolder } from './bundle-folder';

/** The forecaster of this process, whose threads are started when the first forecast is asked for. */
export function processForecaster(metrics: () => Metrics | undefined = () => undefined): Forecaster {
  return new LazyForecaster(
    async () => {
      const { openForecaster } = await import('../forecast');
      return openForecaster({ workerUrl: pathToFileURL(join(bundleFolder, 'forecast-worker.mjs')) });
    },
    (outcome, series, seconds) => metrics()?.countForecast(outcome, series, seconds),
  );
}
