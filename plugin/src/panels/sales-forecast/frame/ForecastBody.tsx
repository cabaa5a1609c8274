import React, { useMemo } from 'react';
import { t } from '../../../language/t';
import { ForecastChart } from '../chart/ForecastChart';
import type { ForecastModel } from '../data/model';
import { ForecastGrid } from '../grid/ForecastGrid';
import type { ForecastOptions } from '../options';
import { forecastColumns, forecastRows } from '../table/forecastRows';
import { TimeTable } from '../table/TimeTable';

interface Props {
  model: ForecastModel;
  options: ForecastOptions;
  asTable: boolean;
  width: number;
  height: number;
  onEnlarge: (name: string) => void;
}

/** The forecast as one picture, as small ones, or as figures. */
export function ForecastBody({ model, options, asTable, width, height, onEnlarge }: Props) {
  const [first] = model.series;
  const box = { width, height };
  if (asTable) return <ForecastTable model={model} {...box} />;
  if (first && model.series.length === 1) {
    // Another series is another picture: nothing of what was pointed at stays.
    return <ForecastChart key={first.name} model={model} series={first} options={options} {...box} />;
  }
  return <ForecastGrid model={model} options={options} onEnlarge={onEnlarge} {...box} />;
}

function ForecastTable({ model, ...box }: Pick<Props, 'model' | 'width' | 'height'>) {
  const columns = useMemo(() => forecastColumns(model), [model]);
  const rows = useMemo(() => forecastRows(model, columns), [model, columns]);
  return <TimeTable label={t('forecast.table', 'Forecast as a table')} columns={columns} rows={rows} {...box} />;
}
