import { t } from '../../../language/t';
import { noteOf } from '../chart/facts';
import type { ForecastModel, ForecastPoint, Range } from '../data/model';
import { bucketText, grainName } from '../data/timeText';
import type { TableColumn, TableRow } from './TimeTable';

export interface FigureColumn extends TableColumn {
  text: (point: ForecastPoint, series: string) => string;
}

const NUMBER = { width: 118, isNumber: true };
const TEXT = { width: 150, isNumber: false };

/** The columns of the table of a forecast: only those that the answer fills. */
export function forecastColumns(model: ForecastModel): FigureColumn[] {
  const { grain, level, series } = model;
  const { exact } = model.format;
  return [
    { label: grainName(grain), ...TEXT, text: ({ time }) => bucketText(time, grain) },
    ...(series.length > 1
      ? [{ label: t('forecast.series', 'Series'), ...TEXT, text: (_: ForecastPoint, name: string) => name }]
      : []),
    { label: t('forecast.actual', 'Actual'), ...NUMBER, text: ({ actual, future }) => (future ? '' : exact(actual)) },
    { label: t('forecast.expected', 'Expected'), ...NUMBER, text: ({ expected }) => exact(expected) },
    ...rangeColumns(
      level === null ? t('forecast.range', 'Range') : `${Number(level.toFixed(1))}%`,
      ({ inner }) => inner,
      model,
    ),
    ...rangeColumns('95%', ({ outer }) => outer, model),
    { label: t('forecast.note', 'Note'), width: 170, isNumber: false, text: (point) => notes(point, model) },
  ];
}

function rangeColumns(
  name: string,
  read: (point: ForecastPoint) => Range | null,
  { series, format: { exact } }: ForecastModel,
): FigureColumn[] {
  if (!series.some(({ points }) => points.some((point) => read(point) !== null))) return [];
  return [
    {
      label: t('forecast.columnFrom', '{{name}} from', { name }),
      ...NUMBER,
      text: (point) => exact(read(point)?.lower),
    },
    { label: t('forecast.columnTo', '{{name}} to', { name }), ...NUMBER, text: (point) => exact(read(point)?.upper) },
  ];
}

/** The future is marked in words, not by its colour alone. */
function notes(point: ForecastPoint, model: ForecastModel): string {
  return [point.future ? t('forecast.views.forecast', 'Forecast') : '', noteOf(point, model)]
    .filter((note) => note !== '')
    .join(' · ');
}

/** The figures of a forecast, a row for each moment of each series, the earliest first. */
export function forecastRows(model: ForecastModel, columns: readonly FigureColumn[]): TableRow[] {
  const rows = model.series.flatMap(({ name, points }) => points.map((point) => ({ name, point })));
  return rows
    .toSorted((one, other) => one.point.time - other.point.time)
    .map(({ name, point }) => ({
      key: `${point.time} ${name}`,
      future: point.future,
      cells: () => columns.map(({ text }) => text(point, name)),
    }));
}
