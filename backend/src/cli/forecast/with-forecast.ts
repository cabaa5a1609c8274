import { DEFAULT_LANGUAGE, DEFAULT_SETTINGS, startOf, type ForecastDimension, type SalesMeasure } from '../../contract';
import { ForecastError } from '../../forecast/forecast';
import { asOfDay } from '../../queries/as-of';
import { expectedOf } from '../../queries/forecast/expected';
import { noticesBySeries } from '../../queries/forecast/notices';
import { scoresFrom } from '../../queries/forecast/past-origins';
import { QUALITY_HORIZON_DAYS, qualityRows, type QualityRow } from '../../queries/forecast/quality';
import { sumsRows, type SumsRow } from '../../queries/forecast/sums-rows';
import type { ForecastContext } from '../../queries/forecast/context';
import { Snapshots } from '../../segments/snapshot';
import { WarehouseError, type Warehouse } from '../../warehouse';
import { processForecaster } from '../process-forecaster';
import type { ForecastFlags } from './flags';

/** What the command prints. */
export interface Forecasted {
  asOf: string;
  measure: SalesMeasure;
  by?: ForecastDimension;
  horizonDays: number;
  /** Of the inner band, in percent. */
  level: number;
  sums: SumsRow[];
  scores: QualityRow[];
  /** What the reader must know. */
  notes: string[];
}

/**
 * Forecasts as the flags say, and closes the warehouse.
 *
 * @throws ForecastError when a series cannot be forecast
 * @throws WarehouseError when there is nothing to forecast
 */
export async function withForecast(
  warehouse: Warehouse,
  flags: ForecastFlags,
  signal: AbortSignal,
): Promise<Forecasted> {
  const forecaster = processForecaster();
  try {
    return await warehouse.use(async (engine, generation) => {
      const whole = { from: 0, to: startOf('9999-12-31') };
      const { day: asOf, reason } = asOfDay(whole, generation, flags.asOf);
      const settings = { ...DEFAULT_SETTINGS, country: flags.country };
      const snapshots = new Snapshots(engine);
      const context: ForecastContext = {
        engine,
        generation,
        settings,
        asOf,
        language: DEFAULT_LANGUAGE,
        signal,
        snapshot: (day, use) => snapshots.with({ asOf: day, settings }, use),
        // Only filters ask for scores, and the command has none.
        scored: () => Promise.reject(new ForecastError('No customers are scored here.')),
        forecast: (request) => forecaster.forecast(request, { signal }),
      };
      const horizonDays = flags.backtest ? QUALITY_HORIZON_DAYS : flags.horizon;
      const expected = await expectedOf(flags, { grain: 'day', horizonDays }, context);
      if (!expected) throw new WarehouseError('bad_input', 'There are no sales.', 'Name a folder with orders.');
      const { measure, by, level, notices } = expected;
      const { rows, unused } = flags.origins
        ? await scoresFrom(expected.series, flags.origins, flags.model, context)
        : { rows: qualityRows(expected), unused: [] };
      return {
        asOf,
        measure,
        ...(by ? { by } : {}),
        horizonDays,
        level,
        sums: sumsRows(expected, { asOf, language: DEFAULT_LANGUAGE }, horizonDays),
        scores: rows,
        notes: [
          ...(flags.asOf !== undefined && reason ? [reason] : []),
          ...[...notices, ...noticesBySeries(unused, DEFAULT_LANGUAGE)].map(({ text }) => text),
        ],
      };
    });
  } finally {
    await forecaster.close();
    await warehouse.close();
  }
}
