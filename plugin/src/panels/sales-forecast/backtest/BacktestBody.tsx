import { Button } from '@grafana/ui';
import React, { useMemo } from 'react';
import { Message } from '../../../components/panel/Message';
import { t } from '../../../language/t';
import type { Backtest } from '../ask/useBacktest';
import type { Reading } from '../data/model';
import type { BacktestModel } from '../data/readBacktest';
import { Lacking } from '../frame/NotReady';
import type { ForecastOptions } from '../options';
import { TimeTable } from '../table/TimeTable';
import { BacktestPicture } from './BacktestPicture';
import { backtestColumns, backtestRows } from './backtestRows';

interface Props {
  backtest: Backtest;
  reading: Reading<BacktestModel>;
  /** The forecast that stands out; empty while there is none. */
  origin: string;
  options: ForecastOptions;
  asTable: boolean;
  width: number;
  height: number;
  onEnlarge: (name: string) => void;
}

/** Past forecasts as pictures or figures; or that they are on their way, or why there are none, with a way to try again. */
export function BacktestBody({ backtest, reading, origin, options, asTable, width, height, onEnlarge }: Props) {
  const box = { width, height };
  if (backtest.state === 'asking')
    return (
      <Message key="asking" icon="sync" title={t('forecast.backtestLoading', 'Loading past forecasts…')} {...box} />
    );
  if (backtest.state === 'failed') {
    return (
      <Message
        key="failed"
        icon="exclamation-triangle"
        title={t('forecast.backtestNotLoaded', 'Past forecasts could not be loaded')}
        alert
        {...box}
      >
        <p>{backtest.message}</p>
        <Button size="sm" variant="secondary" icon="sync" onClick={backtest.retry}>
          {t('forecast.retry', 'Try again')}
        </Button>
      </Message>
    );
  }
  if (reading.state === 'empty') {
    return (
      <Message key="empty" icon="history" title={t('forecast.noBacktest', 'No past forecasts')} {...box}>
        {t(
          'forecast.noBacktestHelp',
          'There is too little history before the as-of date to try forecasts on. Widen the time range or remove a filter.',
        )}
      </Message>
    );
  }
  if (reading.state !== 'ready') return <Lacking reading={reading} {...box} />;
  if (asTable) return <BacktestTable model={reading.model} {...box} />;
  return <BacktestPicture model={reading.model} {...{ origin, options, onEnlarge }} {...box} />;
}

interface TableProps {
  model: BacktestModel;
  width: number;
  height: number;
}

function BacktestTable({ model, ...box }: TableProps) {
  const columns = useMemo(() => backtestColumns(model), [model]);
  const rows = useMemo(() => backtestRows(model), [model]);
  return (
    <TimeTable
      label={t('forecast.backtestTable', 'Past forecasts as a table')}
      columns={columns}
      rows={rows}
      {...box}
    />
  );
}
