import { LoadingState, type PanelData } from '@grafana/data';
import React from 'react';
import { Message } from '../../../components/panel/Message';
import { t } from '../../../language/t';
import type { Reading } from '../data/model';

interface Props {
  data: Pick<PanelData, 'state' | 'errors'>;
  reading: Exclude<Reading<unknown>, { state: 'ready' }>;
  width: number;
  height: number;
}

/** What is shown while there is nothing to draw: that it is loading, what went wrong, or what is missing. */
export function NotReady({ data, reading, ...box }: Props) {
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('forecast.loading', 'Loading the forecast…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    return (
      <Message
        icon="exclamation-triangle"
        title={t('forecast.failed', 'The forecast could not be loaded')}
        alert
        {...box}
      >
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  return <Lacking reading={reading} {...box} />;
}

/** What an answer lacks, and what to do. */
export function Lacking({ reading, ...box }: Omit<Props, 'data'>) {
  if (reading.state === 'missing') {
    return (
      <Message
        icon="table"
        title={t('forecast.lacking', 'The answer lacks: {{fields}}', { fields: reading.fields.join(', ') })}
        alert
        {...box}
      >
        {t(
          'forecast.lackingHelp',
          'Ask the Churnwatch warehouse for "Sales forecast", and let no transformation remove or rename fields.',
        )}
      </Message>
    );
  }
  if (reading.state === 'other') {
    return (
      <Message icon="table" title={t('forecast.other', 'The answer holds no forecast over time')} alert {...box}>
        {t(
          'forecast.otherHelp',
          'Ask the Churnwatch warehouse for "Sales forecast" with the view "Forecast" or "Backtest".',
        )}
      </Message>
    );
  }
  return (
    <Message icon="chart-line" title={t('forecast.empty', 'Nothing to forecast')} {...box}>
      {t(
        'forecast.emptyHelp',
        'Nothing was sold under these filters in this time range. Widen the range or remove a filter.',
      )}
    </Message>
  );
}
