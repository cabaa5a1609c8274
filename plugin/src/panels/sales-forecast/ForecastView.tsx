import type { PanelData } from '@grafana/data';
import React, { useMemo } from 'react';
import type { AskBacktest } from './ask/askBacktest';
import { readBacktest } from './data/readBacktest';
import { readForecast } from './data/readForecast';
import { NotReady } from './frame/NotReady';
import { PastOnly } from './frame/PastOnly';
import { ReadyView } from './frame/ReadyView';
import type { ForecastOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface ForecastViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: ForecastOptions;
  width: number;
  height: number;
  /** Changes with the panel's question. Absent: past forecasts cannot be asked for. */
  askBacktest?: AskBacktest;
}

/** A sales forecast, or forecasts of the past; or what is missing for it, and what to do. */
export function ForecastView({ data, options, width, height, askBacktest }: ForecastViewProps) {
  const reading = useMemo(() => readForecast(data.series), [data.series]);
  const past = useMemo(() => readBacktest(data.series), [data.series]);
  const common = { options, width, height };
  if (past.state === 'ready' && reading.state !== 'ready') {
    return <PastOnly model={past.model} frames={data.series} {...common} />;
  }
  if (reading.state === 'ready') {
    return <ReadyView model={reading.model} frames={data.series} askBacktest={askBacktest} {...common} />;
  }
  return <NotReady data={data} reading={reading} width={width} height={height} />;
}
