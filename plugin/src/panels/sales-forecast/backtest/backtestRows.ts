import { formatDay } from '../../../format/dates';
import { t } from '../../../language/t';
import type { BacktestModel, PastPoint } from '../data/readBacktest';
import { bucketText, grainName } from '../data/timeText';
import type { TableColumn, TableRow } from '../table/TimeTable';

const NUMBER = { width: 118, isNumber: true };
const TEXT = { width: 150, isNumber: false };

/** The columns of the table of past forecasts. */
export function backtestColumns({ series, grain }: BacktestModel): TableColumn[] {
  return [
    { label: grainName(grain), ...TEXT },
    { label: t('forecast.afterColumn', 'Forecast after'), ...TEXT },
    ...(series.length > 1 ? [{ label: t('forecast.series', 'Series'), ...TEXT }] : []),
    ...[
      t('forecast.actual', 'Actual'),
      t('forecast.forecastThen', 'Forecast'),
      t('forecast.rangeFrom', 'Range from'),
      t('forecast.rangeTo', 'Range to'),
    ].map((label) => ({ label, ...NUMBER })),
    { label: t('forecast.cameOut', 'Came out'), ...TEXT },
  ];
}

/** What was forecast and what happened, a row for each moment, origin and series, the earliest first. */
export function backtestRows({ series, format, grain }: BacktestModel): TableRow[] {
  const { exact } = format;
  const rows = series.flatMap(({ name, forecasts }) =>
    forecasts.flatMap(({ origin, points }) => points.map((point) => ({ name, origin, point }))),
  );
  return rows
    .toSorted((one, other) => one.point.time - other.point.time)
    .map(({ name, origin, point }) => ({
      key: `${point.time} ${origin} ${name}`,
      future: false,
      cells: () => [
        bucketText(point.time, grain),
        formatDay(origin),
        ...(series.length > 1 ? [name] : []),
        ...[point.actual, point.expected, point.range?.lower, point.range?.upper].map(exact),
        outcome(point),
      ],
    }));
}

function outcome({ actual, range }: PastPoint): string {
  if (actual === null || !range) return '';
  if (actual > range.upper) return t('forecast.above', 'Above its range');
  return actual < range.lower ? t('forecast.below', 'Below its range') : t('forecast.inside', 'Inside its range');
}
