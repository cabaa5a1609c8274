import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Forecaster, ForecastRequest, ForecastRun, Path, SeriesForecast } from '../../forecast/forecast';
import { SingleFlight } from '../single-flight';

/** How a forecast that was computed ended. */
export type ForecastOutcome = 'done' | 'failed' | 'cancelled';

/** Told of each forecast that was computed, not of those that were known. */
export type OnForecast = (outcome: ForecastOutcome, series: number, seconds: number) => void;

/** All kept forecasts together stay below this. */
const CACHE_BYTES = 64 * 1024 * 1024;

/**
 * One forecaster for all who ask in this process, opened when first asked. Equal requests are computed once (also while
 * the first is under way) and kept; the work is aborted when nobody waits any more. Requests are equal when the series
 * and all parameters are: so the views of one question, its headline and its alerts share what is computed, and a new
 * generation with other sales gets forecasts of its own.
 */
export class SharedForecaster implements Forecaster {
  private readonly known = new LRUCache<string, SeriesForecast[]>({ maxSize: CACHE_BYTES, sizeCalculation: bytesOf });
  private readonly flights = new SingleFlight<SeriesForecast[]>();
  private opened?: Promise<Forecaster>;
  private closed = false;

  constructor(
    private readonly open: () => Promise<Forecaster>,
    private readonly onForecast: OnForecast = () => {},
  ) {}

  async forecast(request: ForecastRequest, { signal, timeLimitMs }: ForecastRun = {}): Promise<SeriesForecast[]> {
    const key = keyOf(request);
    const known = this.known.get(key);
    if (known) return known;
    const compute = (shared: AbortSignal): Promise<SeriesForecast[]> =>
      this.told(request, shared, async () => {
        const forecaster = await this.opening();
        return forecaster.forecast(request, { signal: shared, timeLimitMs });
      });
    const forecasts = await this.flights.run(key, compute, signal);
    this.known.set(key, forecasts);
    return forecasts;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.known.clear();
    const forecaster = await this.opened?.catch(() => undefined);
    await forecaster?.close();
  }

  private opening(): Promise<Forecaster> {
    if (this.closed) return Promise.reject(new Error('the forecaster is closed'));
    if (this.opened) return this.opened;
    const opened = this.open();
    this.opened = opened;
    // Who asks next tries again.
    opened.catch(() => (this.opened = undefined));
    return opened;
  }

  private async told(
    { series }: ForecastRequest,
    signal: AbortSignal,
    work: () => Promise<SeriesForecast[]>,
  ): Promise<SeriesForecast[]> {
    const began = performance.now();
    const tell = (outcome: ForecastOutcome): void =>
      this.onForecast(outcome, series.length, (performance.now() - began) / 1000);
    try {
      const forecasts = await work();
      tell('done');
      return forecasts;
    } catch (error) {
      tell(signal.aborted ? 'cancelled' : 'failed');
      throw error;
    }
  }
}

function keyOf({ series, ...parameters }: ForecastRequest): string {
  const hash = createHash('sha256').update(JSON.stringify(parameters));
  for (const { name, daily } of series) {
    const { firstDay, values } = daily;
    hash.update(JSON.stringify([name, firstDay, values.length]));
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('base64url');
}

/** Bytes for the text around the numbers of a series. */
const AROUND = 2_048;
/** Expected, two bands of two ends, and the day as text. */
const BYTES_PER_BUCKET = 5 * 8 + 24;

/** Size of forecasts in bytes, as the cache counts it. */
function bytesOf(forecasts: readonly SeriesForecast[]): number {
  const ofPath = ({ starts }: Path): number => starts.length * BYTES_PER_BUCKET;
  return forecasts.reduce(
    (sum, { future, past, pastForecasts }) =>
      sum + AROUND + ofPath(future) + ofPath(past) + pastForecasts.reduce((all, { path }) => all + ofPath(path), 0),
    AROUND,
  );
}
