import type { PanelProps } from '@grafana/data';
import React, { useMemo, type ComponentType } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { t } from '../../language/t';
import type { BacktestFor } from './ask/askBacktest';
import { ForecastView } from './ForecastView';
import { readOptions, type ForecastOptions } from './options';

/** The panel, with its way to ask for past forecasts bound to whatever page it stands on. */
export function createForecastPanel(backtestFor: BacktestFor): ComponentType<PanelProps<ForecastOptions>> {
  function ForecastPanel({ data, options, width, height }: PanelProps<ForecastOptions>) {
    const known = useMemo(() => readOptions(options), [options]);
    const askBacktest = useMemo(() => backtestFor(data.request), [data.request]);
    return <ForecastView data={data} options={known} width={width} height={height} askBacktest={askBacktest} />;
  }
  return withBoundary(ForecastPanel, () => t('forecast.panel', 'The forecast'));
}
