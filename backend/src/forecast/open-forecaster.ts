import { setMaxListeners } from 'node:events';
import type { Effort } from './choice/costs';
import { checkRequest } from './checks/request';
import { Kept } from './cache/kept';
import { pastKey, pathKey, seriesKey, taskKey } from './cache/keys';
import { ForecastError, type Forecaster, type ForecastRequest, type SeriesForecast } from './forecast';
import type { MadePath } from './single/make-study';
import { furtherPaths } from './single/further-paths';
import { firstPaths, type PathTask, type SeriesTask } from './single/task';
import { openHands, type HandsOptions } from './workers/hands';
import { takeTurns } from './workers/turns';

/** Of so many series at once, all models are tried everywhere; */
const FULL_SERIES = 3;
/** of more than so many, only those that take no time. */
const SCREENED_SERIES = 60;
/** Requests that are worked on at a time. Were all at once, none would be ready before the last, nor before its time is up. */
const REQUESTS_AT_ONCE = 3;
const FORECASTS_BYTES = 64 * 2 ** 20;
const PASTS_BYTES = 16 * 2 ** 20;
const PATHS_BYTES = 32 * 2 ** 20;

/**
 * Opens a forecaster. The same request gives the same forecasts, on any number of threads. Forecasts are kept by what
 * the series hold, so a new generation with the same sales costs nothing; requests for the same ones at the same time
 * share the work.
 */
export function openForecaster(options: HandsOptions = {}): Forecaster {
  const hands = openHands(options);
  const forecasts = new Kept<SeriesForecast>(FORECASTS_BYTES, bytesOf);
  const pasts = new Kept<SeriesForecast['past']>(PASTS_BYTES, ({ starts }) => 100 + 80 * starts.length);
  const paths = new Kept<MadePath>(PATHS_BYTES, ({ path }) => 100 + (path?.byteLength ?? 0));

  const admit = takeTurns(REQUESTS_AT_ONCE);

  type Turns = ReturnType<typeof takeTurns>;
  const forecastOne = async (
    task: SeriesTask,
    key: string,
    turns: Turns,
    signal: AbortSignal,
  ): Promise<SeriesForecast> => {
    const make = (wanted: PathTask[]): Promise<MadePath[]> =>
      Promise.all(
        wanted.map((path) =>
          paths.get(pathKey(path, key), (stop) => turns(() => hands.run('makePath', path, stop)), signal),
        ),
      );
    const { daily, grain, level, country } = task;
    const pastTask = { daily, grain, level, country };
    const [made, past] = await Promise.all([
      make(firstPaths(task)).then(async (first) => [...first, ...(await make(furtherPaths(task, first)))]),
      pasts.get(pastKey(pastTask, key), (stop) => turns(() => hands.run('tellPast', pastTask, stop)), signal),
    ]);
    return turns(() => hands.run('finish', { task, made, past }, signal));
  };

  return {
    forecast: async (request, { signal, timeLimitMs } = {}) => {
      checkRequest(request);
      const turns = takeTurns(hands.count);
      const effort = effortFor(request.series.length);
      const { grain, horizonDays, level, model, country } = request;
      const forecastAll = (stop: AbortSignal): Promise<SeriesForecast[]> =>
        Promise.all(
          request.series.map(({ name, daily }) => {
            const task: SeriesTask = { name, daily, grain, horizonDays, level, model, country, effort };
            const key = seriesKey(daily);
            return forecasts.get(taskKey(task, key), (nobody) => forecastOne(task, key, turns, nobody), stop);
          }),
        );
      return admit(() => withinTime(request, signal, timeLimitMs, forecastAll));
    },
    close: () => hands.close(),
  };
}

function effortFor(count: number): Effort {
  if (count <= FULL_SERIES) return 'full';
  return count <= SCREENED_SERIES ? 'screened' : 'cheap';
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
  // Every series listens.
  setMaxListeners(0, stop.signal);
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
  const [one, seconds] = [count === 1, limitMs / 1000];
  const what = one ? 'The forecast' : `The forecast of ${count} series`;
  // Paths that are finished are kept: whoever asks again has only the others made.
  return new ForecastError({
    en:
      `${what} was not ready after ${seconds} s and was stopped: ask again (what is done is kept)` +
      `${one ? '' : ', ask fewer series,'} or choose the weekday profile as model.`,
    'pt-BR':
      `A previsão${one ? '' : ` de ${count} séries`} não ficou pronta em ${seconds} s e foi interrompida: ` +
      `peça de novo (o que já foi feito fica guardado)${one ? '' : ', peça menos séries'} ` +
      `ou escolha como modelo o perfil dos dias da semana.`,
  });
}

function bytesOf({ past, future, pastForecasts, scores }: SeriesForecast): number {
  const numbers = [past, future, ...pastForecasts.map(({ path }) => path)].reduce(
    (sum, path) => sum + path.starts.length,
    0,
  );
  return 1_000 + 80 * numbers + 300 * scores.length;
}
