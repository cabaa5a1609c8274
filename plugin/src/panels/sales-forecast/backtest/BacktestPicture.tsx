import React, { useMemo, useState } from 'react';
import { t } from '../../../language/t';
import { relativeChange } from '../frame/summary';
import type { BacktestModel, BacktestSeries } from '../data/readBacktest';
import { CellGrid } from '../grid/CellGrid';
import type { ForecastOptions } from '../options';
import { BacktestChart } from './BacktestChart';
import { forecastsOf, judge, judgementText, missText } from './judge';

interface Props {
  model: BacktestModel;
  origin: string;
  options: ForecastOptions;
  width: number;
  height: number;
  onEnlarge: (name: string) => void;
}

/** Past forecasts of one series, or of several as small pictures. */
export function BacktestPicture(props: Props) {
  const { model, origin, options, width, height, onEnlarge } = props;
  const [pointed, setPointed] = useState<number>();
  const cells = useMemo(() => model.series.map((series) => cellText(series, origin, model)), [model, origin]);
  const [first] = model.series;
  if (first && model.series.length === 1) return <BacktestChart {...props} series={first} />;
  return (
    <CellGrid
      label={t('forecast.backtestGrid', 'Past forecasts, one picture for each series')}
      cells={cells}
      columns={options.columns}
      width={width}
      height={height}
      onEnlarge={onEnlarge}
      draw={(index, box) => {
        const series = model.series[index];
        return series && <BacktestChart {...props} {...box} series={series} shared={pointed} onPoint={setPointed} />;
      }}
    />
  );
}

function cellText(series: BacktestSeries, origin: string, model: BacktestModel) {
  const forecasts = forecastsOf([series], origin);
  const judged = judge(forecasts);
  const error = judged ? relativeChange(judged.expected, judged.actual) : null;
  return {
    name: series.name,
    text: error === null ? '' : missText(error),
    detail: judgementText(origin, forecasts, model),
  };
}
