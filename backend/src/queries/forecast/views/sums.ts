import { labelOf, SUMS_COLUMNS, type FieldConfig, type Frame, type SalesForecastQuery } from '../../../contract';
import { noData, numberColumn, textColumn, timeColumn } from '../../../frames';
import { startOf } from '../../../contract';
import type { QueryContext } from '../../context';
import { field, finiteColumn } from '../cells';
import { changeOf, comparedSum, horizonAfter, type Horizon } from '../compared';
import type { Expected, ExpectedSeries } from '../expected';
import { amountOf, SHARE } from '../field-config';
import { askedPicture } from '../picture';

type Column = (typeof SUMS_COLUMNS)[number];
type Sums = Record<Column, string | number | null>;

const TEXTS: readonly Column[] = ['series', 'model', 'sentence'];
const TIMES: readonly Column[] = ['from', 'to'];
const WHOLE_SHOP = 'All';

/** A row per series (table): the expected sum over the horizon, beside the period before, last year and the target. */
export async function sumsView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const { expected, horizonDays } = await askedPicture(query, context);
  if (!expected) return [noData('sums', 'table')];
  const horizon = horizonAfter(context.asOf, horizonDays);
  const rows = expected.series.map((one) => sumsOf(one, expected, horizon, horizonDays, query.target));
  const fields = SUMS_COLUMNS.map((name) =>
    field(
      columnOf(
        name,
        rows.map((row) => row[name]),
      ),
      {
        ...configOf(name, expected),
        displayNameFromDS: labelOf(name === 'series' && expected.by ? expected.by : name),
      },
    ),
  );
  return [{ name: 'sums', meta: { type: 'table', notices: expected.notices }, fields }];
}

function sumsOf(
  { name, daily, forecast: { sum, model, sentence } }: ExpectedSeries,
  { learned }: Expected,
  horizon: Horizon,
  horizonDays: number,
  target: number | undefined,
): Sums {
  const before = comparedSum('period_before', daily, learned, horizon, target);
  const lastYear = comparedSum('last_year', daily, learned, horizon, target);
  return {
    series: name === '' ? WHOLE_SHOP : name,
    horizon_days: horizonDays,
    from: startOf(horizon.from),
    to: startOf(horizon.to),
    expected_sum: sum.expected,
    lower_sum: sum.lower,
    upper_sum: sum.upper,
    lower_sum_95: sum.lower95,
    upper_sum_95: sum.upper95,
    period_before: before,
    change_period_before: changeOf(sum.expected, before),
    last_year: lastYear,
    change_last_year: changeOf(sum.expected, lastYear),
    target: target ?? null,
    change_target: changeOf(sum.expected, target ?? null),
    model,
    sentence,
  };
}

function columnOf(name: Column, cells: readonly (string | number | null)[]) {
  if (TEXTS.includes(name)) return textColumn(name, cells.map(String));
  const numbers = cells.map((cell) => (typeof cell === 'number' ? cell : null));
  if (TIMES.includes(name)) return timeColumn(name, numbers);
  return name === 'horizon_days' ? numberColumn(name, numbers) : finiteColumn(name, numbers);
}

function configOf(name: Column, { measure }: Expected): FieldConfig {
  if (TEXTS.includes(name)) return {};
  if (TIMES.includes(name)) return { unit: 'time:YYYY-MM-DD' };
  if (name === 'horizon_days') return { unit: 'none', decimals: 0 };
  return name.startsWith('change_') ? SHARE : amountOf(measure);
}
