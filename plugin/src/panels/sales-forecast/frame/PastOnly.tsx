import type { DataFrame } from '@grafana/data';
import React, { useMemo } from 'react';
import { csvName, download, framesToCsv } from '../../../format/csv';
import { t } from '../../../language/t';
import type { Backtest } from '../ask/useBacktest';
import { BacktestPanel } from '../backtest/BacktestPanel';
import type { BacktestModel } from '../data/readBacktest';
import type { ForecastOptions } from '../options';
import { AllButton } from './AllButton';
import { Toolbar } from './Toolbar';
import { useViewState } from './useViewState';

interface Props {
  model: BacktestModel;
  frames: DataFrame[];
  options: ForecastOptions;
  width: number;
  height: number;
}

/** What is shown where the panel's own query asks for past forecasts: them alone. */
export function PastOnly({ model, frames, options, width, height }: Props) {
  const { asTable, setAsTable, alone, setAlone } = useViewState(options);
  const backtest = useMemo<Backtest>(
    () => ({ state: 'answered', frames, message: '', retry: () => undefined }),
    [frames],
  );
  return (
    <BacktestPanel
      backtest={backtest}
      modelText=""
      onEnlarge={setAlone}
      toolbar={(own) => (
        <Toolbar
          width={width}
          asTable={asTable}
          onView={() => undefined}
          onTable={setAsTable}
          onExport={() => download(csvName(t('forecast.files.past', 'past forecasts')), framesToCsv(frames))}
        >
          {own}
          <AllButton count={model.series.length} alone={alone} onAll={() => setAlone(undefined)} />
        </Toolbar>
      )}
      {...{ options, asTable, alone, width, height }}
    />
  );
}
