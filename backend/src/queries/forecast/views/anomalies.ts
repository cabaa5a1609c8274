import {
  ANOMALY_COLUMNS,
  DAY_MS,
  labelOf,
  startOf,
  type Frame,
  type FrameField,
  type SalesForecastQuery,
} from '../../../contract';
import { textColumn, timeColumn } from '../../../frames';
import type { QueryContext } from '../../context';
import type { FixedGrain } from '../../time-buckets';
import { amountText, longDay } from '../../wording';
import { bucketSums } from '../bucket-sums';
import { field, finiteColumn } from '../cells';
import type { Expected, ExpectedSeries } from '../expected';
import { amountOf } from '../field-config';
import { lastDayOf, wholeBuckets } from '../grain';
import type { Holiday } from '../holidays';
import { nothingSold } from '../nothing-sold';
import { askedPicture } from '../picture';

interface Anomaly {
  start: string;
  end: string;
  series: string;
  actual: number;
  expected: number;
  holidays: string[];
}

const FROM: Record<FixedGrain, (start: string) => string> = {
  day: longDay,
  week: (start) => `the week from ${longDay(start)}`,
  month: (start) => `the month from ${longDay(start)}`,
};

/** A row per bucket whose actual lay outside the wide band (table), newest last, in the form of Grafana's annotations. */
export async function anomaliesView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const { expected, grain, shownFrom } = await askedPicture(query, context);
  if (!expected) return [nothingSold('anomalies', 'table', query, context)];
  const shown = new Set(wholeBuckets(shownFrom, context.asOf, grain));
  const holidays = expected.calendar.between(shownFrom, context.asOf);
  const rows = expected.series
    .flatMap((one) => anomaliesOf(one, shown, grain, holidays))
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  const meta = { type: 'table' as const, notices: expected.notices };
  return [{ name: 'anomalies', meta, fields: rows.length === 0 ? [] : fieldsOf(rows, expected, grain) }];
}

function anomaliesOf(
  { name, daily, forecast: { past } }: ExpectedSeries,
  shown: ReadonlySet<string>,
  grain: FixedGrain,
  holidays: readonly Holiday[],
): Anomaly[] {
  const sums = bucketSums(daily, grain);
  return past.starts.flatMap((start, i) => {
    if (!past.anomalous[i] || !shown.has(start)) return [];
    const end = lastDayOf(start, grain);
    const within = holidays.filter(({ day }) => day >= start && day <= end).map((one) => one.name);
    const anomaly = { start, end, series: name, actual: sums.get(start) ?? 0, expected: past.expected[i] ?? 0 };
    return [{ ...anomaly, holidays: within }];
  });
}

function fieldsOf(rows: readonly Anomaly[], { measure, by }: Expected, grain: FixedGrain): FrameField[] {
  const texts: Record<'title' | 'text' | 'tags' | 'series', (row: Anomaly) => string> = {
    title: (row) => `Unusually ${sideOf(row)} ${labelOf(measure).toLowerCase()}${row.series ? `: ${row.series}` : ''}`,
    text: (row) =>
      `${amountText(measure, row.actual)} on ${FROM[grain](row.start)}, where ${amountText(measure, row.expected)} was expected` +
      `${row.holidays.length > 0 ? ` (${row.holidays.join(', ')})` : ''}.`,
    tags: (row) => ['forecast', 'anomaly', sideOf(row), ...(row.series ? [row.series] : [])].join(','),
    series: (row) => row.series,
  };
  const times = {
    time: (row: Anomaly) => startOf(row.start),
    timeEnd: (row: Anomaly) => startOf(row.end) + DAY_MS - 1,
  };
  return ANOMALY_COLUMNS.map((name) => {
    if (name === 'time' || name === 'timeEnd') return field(timeColumn(name, rows.map(times[name])), {});
    if (name === 'actual' || name === 'expected') {
      const column = finiteColumn(
        name,
        rows.map((row) => row[name]),
      );
      return field(column, { ...amountOf(measure), displayNameFromDS: labelOf(name) });
    }
    const config = { displayNameFromDS: labelOf(name === 'series' && by ? by : name) };
    return field(textColumn(name, rows.map(texts[name])), config);
  });
}

const sideOf = ({ actual, expected }: Anomaly): 'high' | 'low' => (actual > expected ? 'high' : 'low');
