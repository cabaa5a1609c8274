import {
  DAY_MS,
  labelOf,
  startOf,
  type DeviationFigure,
  type FieldConfig,
  type Frame,
  type SalesForecastQuery,
} from '../../../contract';
import { textColumn } from '../../../frames';
import type { QueryContext } from '../../context';
import { bucketSums } from '../bucket-sums';
import { field, finite, finiteColumn } from '../cells';
import type { Expected, ExpectedSeries } from '../expected';
import { amountOf, SHARE } from '../field-config';
import { wholeBuckets } from '../grain';
import { nothingSold } from '../nothing-sold';
import { askedPicture } from '../picture';

interface DeviationRow {
  day: string;
  series: string;
  value: number | null;
}

/**
 * How far each day of the time range lay outside of its 95% band: numeric-long, one number per day (and value of a
 * dimension), for alert rules. A day that is not over yet is left out: half a day's sales are not few.
 *
 * @throws ForecastError when a series cannot be forecast
 */
export async function deviationsView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const { figure = 'outside_band' } = query;
  const { expected, shownFrom } = await askedPicture({ ...query, grain: 'day' }, context);
  if (!expected) return [nothingSold('deviations', 'numeric-long', query, context)];
  const now = Date.now();
  const days = new Set(wholeBuckets(shownFrom, context.asOf, 'day').filter((day) => startOf(day) + DAY_MS <= now));
  const rows = expected.series.flatMap((one) => rowsOf(one, days, figure)).filter(({ value }) => value !== null);
  const meta = { type: 'numeric-long' as const, notices: expected.notices };
  return [{ name: 'deviations', meta, fields: rows.length === 0 ? [] : fieldsOf(rows, figure, expected) }];
}

function rowsOf(
  { name, daily, forecast: { past } }: ExpectedSeries,
  days: ReadonlySet<string>,
  figure: DeviationFigure,
): DeviationRow[] {
  const sums = bucketSums(daily, 'day');
  return past.starts.flatMap((day, i) => {
    if (!days.has(day)) return [];
    const [actual, expected] = [sums.get(day) ?? 0, past.expected[i] ?? 0];
    const band = { lower: past.band95.lower[i] ?? actual, upper: past.band95.upper[i] ?? actual };
    const value = { actual, expected, outside_band: past.anomalous[i] ? outside(actual, band) / expected : 0 }[figure];
    return [{ day, series: name, value: finite(value) }];
  });
}

/** What is missing to the band or too much for it; zero inside. */
function outside(actual: number, { lower, upper }: { lower: number; upper: number }): number {
  if (actual < lower) return actual - lower;
  return actual > upper ? actual - upper : 0;
}

function fieldsOf(rows: readonly DeviationRow[], figure: DeviationFigure, { by, measure }: Expected) {
  const texts = (name: string, cells: string[]) => field(textColumn(name, cells), { displayNameFromDS: labelOf(name) });
  const numbers = finiteColumn(
    figure,
    rows.map(({ value }) => value),
  );
  const config: FieldConfig = figure === 'outside_band' ? { ...SHARE, description: OUTSIDE } : amountOf(measure);
  return [
    texts(
      'day',
      rows.map(({ day }) => day),
    ),
    ...(by
      ? [
          texts(
            by,
            rows.map(({ series }) => series),
          ),
        ]
      : []),
    field(numbers, { ...config, displayNameFromDS: labelOf(figure) }),
  ];
}

const OUTSIDE = 'How far the day lay outside of its 95% band, as a share of what was expected; zero inside.';
