import React, { useMemo, useState } from 'react';
import { formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import { ForecastChart } from '../chart/ForecastChart';
import { valueDomain, widest } from '../chart/valueDomain';
import type { ForecastModel, ForecastSeries } from '../data/model';
import { modelText, relativeChange, summaryOf } from '../frame/summary';
import type { ForecastOptions } from '../options';
import { CellGrid } from './CellGrid';

interface Props {
  model: ForecastModel;
  options: ForecastOptions;
  width: number;
  height: number;
  onEnlarge: (name: string) => void;
}

/** Several series as small pictures with one axis of time; a moment pointed at in one is marked in all. */
export function ForecastGrid({ model, options, width, height, onEnlarge }: Props) {
  const [pointed, setPointed] = useState<number>();
  const { series } = model;
  const sharedValue = useMemo(
    () => (options.sharedY ? widest(series.map(({ points }) => valueDomain(points, options, null))) : undefined),
    [series, options],
  );
  const cells = useMemo(() => series.map((one) => cellText(one, model)), [series, model]);
  return (
    <CellGrid
      label={t('forecast.grid', 'Forecasts, one for each series')}
      cells={cells}
      columns={options.columns}
      width={width}
      height={height}
      onEnlarge={onEnlarge}
      draw={(index, box) => {
        const one = series[index];
        return (
          one && (
            <ForecastChart
              model={model}
              series={one}
              options={options}
              sharedValue={sharedValue}
              compact
              shared={pointed}
              onPoint={setPointed}
              {...box}
            />
          )
        );
      }}
    />
  );
}

function cellText(series: ForecastSeries, model: ForecastModel) {
  const { name, total } = series;
  return {
    name,
    text: total ? `${model.format.short(total.expected)}${changeSign(total.expected, total.periodBefore)}` : '',
    detail: [summaryOf(model, [series]), modelText([series])].filter(Boolean).join(' '),
  };
}

/** `▲ 8.1%` against the period before; the sign says it beside the word. */
function changeSign(expected: number, compared: number | null): string {
  const change = relativeChange(expected, compared);
  if (change === null) return '';
  return ` ${change < 0 ? '▼' : '▲'} ${formatShare(Math.abs(change))}`;
}
