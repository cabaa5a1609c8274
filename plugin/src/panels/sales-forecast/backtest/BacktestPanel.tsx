import type { DataFrame } from '@grafana/data';
import React, { useMemo, useState, type ReactNode } from 'react';
import type { Backtest } from '../ask/useBacktest';
import type { Reading } from '../data/model';
import { readBacktest, type BacktestModel } from '../data/readBacktest';
import { nearForecasts } from '../data/shorten';
import { Frame } from '../frame/Frame';
import { shownSeries } from '../frame/useViewState';
import { backtestEntries } from '../legend/entries';
import type { ForecastOptions } from '../options';
import { BacktestBody } from './BacktestBody';
import { forecastsOf, judgementText } from './judge';
import { OriginPicker } from './OriginPicker';

interface Props {
  backtest: Backtest;
  /** The model in words, as far as it is known. */
  modelText: string;
  options: ForecastOptions;
  asTable: boolean;
  alone: string | undefined;
  width: number;
  height: number;
  /** The toolbar, given what belongs to this view. */
  toolbar: (own: ReactNode) => ReactNode;
  onEnlarge: (name: string) => void;
}

/** The view of past forecasts with what goes around it. */
export function BacktestPanel({ backtest, modelText, alone, toolbar, ...props }: Props) {
  const { options, asTable, width, height } = props;
  const [chosen, setChosen] = useState<string>();
  const reading = useMemo(() => read(backtest.frames, alone), [backtest.frames, alone]);
  const model = reading.state === 'ready' ? reading.model : undefined;
  // Of one origin that is known, the newest at first: it is the nearest to the forecast itself.
  const origin = model?.origins.find((one) => one === chosen) ?? model?.origins.at(-1) ?? '';
  return (
    <Frame
      summary={model ? judgementText(origin, forecastsOf(model.series, origin), model) : ''}
      model={modelText}
      legend={model && !asTable && options.showLegend ? backtestEntries() : []}
      width={width}
      height={height}
      toolbar={toolbar(model && <OriginPicker origins={model.origins} origin={origin} onOrigin={setChosen} />)}
    >
      {(body) => <BacktestBody {...props} {...body} backtest={backtest} reading={reading} origin={origin} />}
    </Frame>
  );
}

function read(frames: readonly DataFrame[], alone: string | undefined): Reading<BacktestModel> {
  const reading = readBacktest(frames);
  if (reading.state !== 'ready') return reading;
  const series = shownSeries(reading.model.series, alone);
  return { ...reading, model: nearForecasts({ ...reading.model, series }) };
}
