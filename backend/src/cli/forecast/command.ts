import { Command, Option } from 'commander';
import {
  FORECAST_DIMENSIONS,
  FORECAST_MODELS,
  MAX_HORIZON_DAYS,
  resolveSettings,
  SALES_MEASURES,
  SettingsError,
} from '../../contract';
import { ForecastError } from '../../forecast/forecast';
import { WarehouseError } from '../../warehouse';
import { untilCancelled } from '../cancelling';
import { progressReport } from '../progress';
import { openShop } from '../shop-warehouse';
import { checkFlags, daysIn, wholeNumberIn, type ForecastFlags } from './flags';
import { backtestText, sumsText } from './texts';
import { withForecast, type Forecasted } from './with-forecast';

/** `churnwatch forecast`: what sales to expect, or how far off the forecasts of the past were. */
export function forecastCommand(): Command {
  return new Command('forecast')
    .description('Print what sales to expect, or with --backtest how far off the forecasts of the past were')
    .option('--data <dir>', 'folder with the CSV files; the warehouse is built first when it is missing or stale')
    .option('--out <dir>', 'folder of the warehouse')
    .addOption(new Option('--measure <name>', 'what is forecast').choices(SALES_MEASURES).default('revenue'))
    .addOption(new Option('--by <dimension>', 'a forecast for each value').choices(FORECAST_DIMENSIONS))
    .option('--limit <n>', 'with --by: the largest so many values; the rest is "Other"', wholeNumberIn(1, 200), 6)
    .option('--horizon <days>', 'days to look ahead', wholeNumberIn(1, MAX_HORIZON_DAYS), 30)
    .option('--level <percent>', 'of the inner band', wholeNumberIn(50, 95), 80)
    .addOption(new Option('--model <name>', 'auto: chosen by backtest').choices(FORECAST_MODELS).default('auto'))
    .option('--country <code>', 'country whose holidays bend sales, as two letters', 'BR')
    .option('--as-of <day>', 'last day that is known (YYYY-MM-DD); default: the last day of regular trade')
    .option('--backtest', 'print how far off the forecasts of the past were, by model and horizon')
    .option('--origins <days>', 'with --backtest: the days to forecast from, separated by commas', daysIn)
    .option('--json', 'print it as JSON')
    .action(runForecast);
}

async function runForecast(flags: ForecastFlags): Promise<void> {
  checkFlags(flags);
  const country = countryOf(flags);
  await untilCancelled(undefined, async (signal) => {
    const { report, end } = progressReport(process.stderr);
    try {
      const warehouse = await openShop(flags, report, signal).finally(end);
      const forecasted = await withForecast(warehouse, { ...flags, country }, signal);
      process.stdout.write(`${textOf(forecasted, flags)}\n`);
      for (const note of forecasted.notes) process.stderr.write(`${note}\n`);
    } catch (error) {
      if (!(error instanceof ForecastError)) throw error;
      throw new WarehouseError('bad_input', 'There is no forecast.', error.message, { cause: error });
    }
  });
}

function textOf(forecasted: Forecasted, { backtest, json }: ForecastFlags): string {
  const { sums, scores, notes, ...about } = forecasted;
  if (json) return JSON.stringify({ ...about, notes, ...(backtest ? { scores } : { sums }) }, null, 2);
  return backtest ? backtestText(forecasted) : sumsText(forecasted);
}

function countryOf({ country }: ForecastFlags): string {
  try {
    return resolveSettings({ country }).country;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new WarehouseError('usage', error.message, 'Write it as two letters, e.g. BR.', { cause: error });
  }
}
