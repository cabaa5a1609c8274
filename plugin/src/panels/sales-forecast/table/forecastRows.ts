import { noteOf } from '../chart/facts';
import type { ForecastModel, ForecastPoint, Range } from '../data/model';
import { bucketText } from '../data/timeText';
import type { TableColumn, TableRow } from './TimeTable';

export interface FigureColumn extends TableColumn {
  text: (point: ForecastPoint, series: string) => string;
}

const NUMBER = { width: 118, isNumber: true };
const TEXT = { width: 150, isNumber: false };

export const GRAIN_NAMES = { day: 'Day', week: 'Week', month: 'Month' } as const;

/** The columns of the table of a forecast: only those that the answer fills. */
export function forecastColumns(model: ForecastModel): FigureColumn[] {
  const { grain, level, series } = model;
  const { exact } = model.format;
  return [
    { label: GRAIN_NAMES[grain], ...TEXT, text: ({ time }) => bucketText(time, grain) },
    ...(series.length > 1 ? [{ label: 'Series', ...TEXT, text: (_: ForecastPoint, name: string) => name }] : []),
    { label: 'Actual', ...NUMBER, text: ({ actual, future }) => (future ? '' : exact(actual)) },
    { label: 'Expected', ...NUMBER, text: ({ expected }) => exact(expected) },
    ...rangeColumns(level === null ? 'Range' : `${Number(level.toFixed(1))}%`, ({ inner }) => inner, model),
    ...rangeColumns('95%', ({ outer }) => outer, model),
    { label: 'Note', width: 170, isNumber: false, text: (point) => notes(point, model) },
  ];
}

function rangeColumns(
  name: string,
  read: (point: ForecastPoint) => Range | null,
  { series, format: { exact } }: ForecastModel,
): FigureColumn[] {
  if (!series.some(({ points }) => points.some((point) => read(point) !== null))) return [];
  return [
    { label: `${name} from`, ...NUMBER, text: (point) => exact(read(point)?.lower) },
    { label: `${name} to`, ...NUMBER, text: (point) => exact(read(point)?.upper) },
  ];
}

/** The future is marked in words, not by its colour alone. */
function notes(point: ForecastPoint, model: ForecastModel): string {
  return [point.future ? 'Forecast' : '', noteOf(point, model)].filter((note) => note !== '').join(' · ');
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
