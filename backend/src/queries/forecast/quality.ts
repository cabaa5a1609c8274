import {
  labelOf,
  QUALITY_COLUMNS,
  type BacktestMetric,
  type FieldConfig,
  type ForecastDimension,
  type ForecastQualityQuery,
  type Frame,
  type FrameField,
  type Language,
} from '../../contract';
import { textColumn } from '../../frames';
import type { BacktestScore } from '../../forecast/forecast';
import type { QueryContext } from '../context';
import { field, finite, finiteColumn } from './cells';
import { expectedOf, type Expected } from './expected';
import { METRIC_CONFIG } from './field-config';
import { nothingSold } from './nothing-sold';
import { WHOLE_SHOP } from './sums-rows';

/** The horizon does not matter to a backtest; this is the one of pictures, whose forecasts are at hand already. */
export const QUALITY_HORIZON_DAYS = 180;

/** A score and the series that it is about. */
export interface QualityRow extends BacktestScore {
  series: string;
}

/**
 * How far off the forecasts of the past were: a table with a row per series, model and horizon, or (with a figure)
 * numeric-long, one number per series and horizon, for alert rules.
 */
export async function forecastQuality(query: ForecastQualityQuery, context: QueryContext): Promise<Frame[]> {
  const type = query.figure ? 'numeric-long' : 'table';
  const expected = await expectedOf(query, { grain: 'day', horizonDays: QUALITY_HORIZON_DAYS }, context);
  if (!expected) return [nothingSold('forecast_quality', type, query, context)];
  const meta = { type, notices: expected.notices } as const;
  const all = qualityRows(expected);
  const fields = query.figure ? figureFields(all, query.figure, expected.by) : tableFields(all, expected);
  return [{ name: 'forecast_quality', meta, fields }];
}

/** The scores of all series. */
export function qualityRows({ series }: Expected): QualityRow[] {
  return series.flatMap(({ name, forecast }) => forecast.scores.map((score) => ({ ...score, series: name })));
}

/** Only of the models that serve; what could not be measured is left out: an alert rule could not compare it. */
function figureFields(
  all: readonly QualityRow[],
  figure: BacktestMetric,
  by: ForecastDimension | undefined,
): FrameField[] {
  const rows = all.filter((row) => row.role === 'chosen' && finite(metricOf(row, figure)) !== null);
  if (rows.length === 0) return [];
  const series = textColumn(
    by ?? 'series',
    rows.map((row) => row.series),
  );
  const horizons = textColumn(
    'horizon_days',
    rows.map((row) => String(row.horizonDays)),
  );
  const values = finiteColumn(
    figure,
    rows.map((row) => metricOf(row, figure)),
  );
  return [
    ...(by ? [field(series, { displayNameFromDS: labelOf(by) })] : []),
    field(horizons, { displayNameFromDS: labelOf('horizon_days') }),
    field(values, { ...METRIC_CONFIG[figure], displayNameFromDS: labelOf(figure) }),
  ];
}

type Column = (typeof QUALITY_COLUMNS)[number];

const TEXTS: Partial<Record<Column, (row: QualityRow, language: Language) => string>> = {
  series: (row, language) => (row.series === '' ? WHOLE_SHOP[language] : row.series),
  model: (row, language) => row.label[language],
  role: (row) => row.role,
};

const COUNTS: Partial<Record<Column, (row: QualityRow) => number>> = {
  horizon_days: (row) => row.horizonDays,
  origins: (row) => row.origins,
};

function tableFields(rows: readonly QualityRow[], { by, language }: Expected): FrameField[] {
  return QUALITY_COLUMNS.map((name) => {
    const displayNameFromDS = labelOf(name === 'series' && by ? by : name);
    const text = TEXTS[name];
    if (text) {
      const texts = rows.map((row) => text(row, language));
      return field(textColumn(name, texts), { displayNameFromDS });
    }
    const number = COUNTS[name] ?? ((row: QualityRow) => metricOf(row, name as BacktestMetric));
    const config: FieldConfig = COUNTS[name] ? { unit: 'none', decimals: 0 } : { ...METRIC_CONFIG[name] };
    return field(finiteColumn(name, rows.map(number)), { ...config, displayNameFromDS });
  });
}

function metricOf(row: QualityRow, metric: BacktestMetric): number | undefined {
  if (metric === 'coverage_80') return row.coverage80;
  return metric === 'coverage_95' ? row.coverage95 : row[metric];
}
