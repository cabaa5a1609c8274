import type { DataFrame } from '@grafana/data';
import React, { useMemo, type ReactNode } from 'react';
import { csvName, download, framesToCsv } from '../../../format/csv';
import { t } from '../../../language/t';
import type { AskBacktest } from '../ask/askBacktest';
import { useBacktest } from '../ask/useBacktest';
import { BacktestPanel } from '../backtest/BacktestPanel';
import type { ForecastModel } from '../data/model';
import { shorten } from '../data/shorten';
import { forecastEntries } from '../legend/entries';
import type { ForecastOptions } from '../options';
import { AllButton } from './AllButton';
import { ForecastBody } from './ForecastBody';
import { Frame } from './Frame';
import { isTiny } from './layout';
import { modelText, summaryOf } from './summary';
import { TinyView } from './TinyView';
import { Toolbar } from './Toolbar';
import { shownSeries, useViewState } from './useViewState';

interface Props {
  model: ForecastModel;
  frames: readonly DataFrame[];
  options: ForecastOptions;
  width: number;
  height: number;
  askBacktest?: AskBacktest;
}

/** The forecast, or the past forecasts beside what happened, with the switches between them. */
export function ReadyView({ model, frames, options, width, height, askBacktest }: Props) {
  const state = useViewState(options);
  const { view, asTable, alone } = state;
  const inPast = view === 'backtest' && askBacktest !== undefined;
  const backtest = useBacktest(askBacktest, inPast);
  const shown = useMemo(() => {
    const series = shownSeries(model.series, alone);
    return shorten({ ...model, series }, options.history);
  }, [model, alone, options.history]);
  const summary = summaryOf(shown, shown.series);
  if (isTiny(width, height)) return <TinyView summary={summary} width={width} height={height} />;
  const name = inPast ? t('forecast.files.past', 'past forecasts') : t('forecast.files.forecast', 'sales forecast');
  const toolbar = (own: ReactNode) => (
    <Toolbar
      width={width}
      view={askBacktest && view}
      asTable={asTable}
      onView={state.setView}
      onTable={state.setAsTable}
      onExport={() => download(csvName(`${name} ${model.asOf ?? ''}`), framesToCsv(inPast ? backtest.frames : frames))}
    >
      {own}
      <AllButton count={model.series.length} alone={alone} onAll={() => state.setAlone(undefined)} />
    </Toolbar>
  );
  const common = { options, asTable, width, height, onEnlarge: state.setAlone };
  const text = modelText(shown.series);
  if (inPast) {
    return <BacktestPanel {...common} {...{ backtest, alone, toolbar }} modelText={text} />;
  }
  const legend = options.showLegend && !asTable ? forecastEntries(shown, options) : [];
  return (
    <Frame {...{ summary, legend, width, height }} model={text} toolbar={toolbar(undefined)}>
      {(body) => <ForecastBody {...common} {...body} model={shown} />}
    </Frame>
  );
}
