import type { Forecaster, ForecastRequest, ForecastRun, SeriesForecast } from '../../forecast/forecast';

/** How a request for forecasts ended. */
export type ForecastOutcome = 'done' | 'failed' | 'cancelled';

/** Told of each request: how it ended, how many series it was about, and how long it took. */
export type OnForecast = (outcome: ForecastOutcome, series: number, seconds: number) => void;

/**
 * A forecaster for all who ask in this process, opened when first asked: who never looks at a forecast never pays for
 * its threads. That equal forecasts are made once, and kept, is the forecaster's own affair.
 */
export class LazyForecaster implements Forecaster {
  private opened?: Promise<Forecaster>;
  private closed = false;

  constructor(
    private readonly open: () => Promise<Forecaster>,
    private readonly onForecast: OnForecast = () => {},
  ) {}

  async forecast(request: ForecastRequest, run: ForecastRun = {}): Promise<SeriesForecast[]> {
    const began = performance.now();
    const tell = (outcome: ForecastOutcome): void =>
      this.onForecast(outcome, request.series.length, (performance.now() - began) / 1000);
    try {
      const forecaster = await this.opening();
      const forecasts = await forecaster.forecast(request, run);
      tell('done');
      return forecasts;
    } catch (error) {
      tell(run.signal?.aborted ? 'cancelled' : 'failed');
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
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
}
