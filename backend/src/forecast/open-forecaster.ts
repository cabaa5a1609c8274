import { checkRequest } from './checks/request';
import { Kept } from './cache/kept';
import { pathKey, seriesKey, taskKey } from './cache/keys';
import { ForecastError, type Forecaster, type ForecastRequest, type SeriesForecast } from './forecast';
import type { MadePath } from './single/make-study';
import { pathTasks, type SeriesTask } from './single/task';
import { openHands, type HandsOptions } from './workers/hands';
import { takeTurns } from './workers/turns';

/** Of more series at once, models that take long are not among those to choose from. */
const THOROUGH_SERIES = 60;
const FORECASTS_BYTES = 64 * 2 ** 20;
const PATHS_BYTES = 32 * 2 ** 20;

/**
 * Opens a forecaster. The same request gives the same forecasts, on any number of threads. Forecasts are kept by what
 * the series hold, so a new generation with the same sales costs nothing; requests for the same ones at the same time
 * share the work.
 */
export function openForecaster(options: HandsOptions = {}): Forecaster {
  const hands = openHands(options);
  const forecasts = new Kept<SeriesForecast>(FORECASTS_BYTES, bytesOf);
  const paths = new Kept<MadePath>(PATHS_BYTES, ({ path }) => 100 + (path?.byteLength ?? 0));

  type Turns = ReturnType<typeof takeTurns>;
  const forecastOne = async (
    task: SeriesTask,
    key: string,
    turns: Turns,
    signal: AbortSignal,
  ): Promise<SeriesForecast> => {
    const made = await Promise.all(
      pathTasks(task).map((path) =>
        paths.get(pathKey(path, key), (stop) => turns(() => hands.run('makePath', path, stop)), signal),
      ),
    );
    return turns(() => hands.run('finish', { task, made }, signal));
  };

  return {
    forecast: async (request, { signal, timeLimitMs } = {}) => {
      checkRequest(request);
      const turns = takeTurns(hands.count);
      const thorough = request.series.length <= THOROUGH_SERIES;
      const { grain, horizonDays, level, model, country } = request;
      return withinTime(request, signal, timeLimitMs, (stop) =>
        Promise.all(
          request.series.map(({ name, daily }) => {
            const task: SeriesTask = { name, daily, grain, horizonDays, level, model, country, thorough };
            const key = seriesKey(daily);
            return forecasts.get(taskKey(task, key), (nobody) => forecastOne(task, key, turns, nobody), stop);
          }),
        ),
      );
    },
    close: () => hands.close(),
  };
}

/** Runs the work until the signal is aborted, the time is up, or a part of it fails; then the rest is stopped, too. */
async function withinTime<T>(
  { series }: ForecastRequest,
  signal: AbortSignal | undefined,
  timeLimitMs: number | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const forward = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', forward, { once: true });
  const timer =
    timeLimitMs === undefined
      ? undefined
      : setTimeout(() => stop.abort(tooLong(series.length, timeLimitMs)), timeLimitMs);
  try {
    return await work(stop.signal);
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', forward);
  }
}

function tooLong(count: number, limitMs: number): ForecastError {
  const what = count === 1 ? 'The forecast' : `The forecast of ${count} series`;
  const less =
    count === 1 ? 'choose the weekday profile as model' : 'ask fewer series, or choose the weekday profile as model';
  return new ForecastError(`${what} was not ready after ${limitMs / 1000} s and was stopped: ${less}.`);
}

function bytesOf({ past, future, pastForecasts, scores }: SeriesForecast): number {
  const numbers = [past, future, ...pastForecasts.map(({ path }) => path)].reduce(
    (sum, path) => sum + path.starts.length,
    0,
  );
  return 1_000 + 80 * numbers + 300 * scores.length;
}
