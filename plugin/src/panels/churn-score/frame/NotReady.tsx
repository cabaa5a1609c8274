import { LoadingState, type PanelData } from '@grafana/data';
import React from 'react';
import { Message } from '../../../components/panel/Message';
import { t } from '../../../language/t';
import type { FramesReading } from '../data/readFrames';

interface Props {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  reading: FramesReading;
  width: number;
  height: number;
}

/** What is shown while there is nothing to draw: that it is loading, what went wrong, or what is missing. */
export function NotReady({ data, reading, ...box }: Props) {
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('churn.loading', 'Loading the churn score…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    return (
      <Message
        icon="exclamation-triangle"
        title={t('churn.failed', 'The churn score could not be loaded')}
        alert
        {...box}
      >
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  return <Lacking reading={reading} other={data.series.some((frame) => frame.length > 0)} {...box} />;
}

interface LackingProps {
  reading: FramesReading;
  /** True when the answer holds something else. */
  other: boolean;
  width: number;
  height: number;
}

function Lacking({ reading: { score, list }, other, ...box }: LackingProps) {
  const lacking = score ?? list;
  if (lacking?.state === 'missing') {
    return (
      <Message
        icon="table"
        title={t('churn.lacking', '{{frame}} lacks: {{fields}}', {
          frame: lacking.frame,
          fields: lacking.fields.join(', '),
        })}
        alert
        {...box}
      >
        {list
          ? t(
              'churn.lackingList',
              'Ask the Churnwatch warehouse for "Churn scores", and let no transformation remove fields.',
            )
          : t(
              'churn.lackingOne',
              'Ask the Churnwatch warehouse for "Churn score of one customer", and let no transformation remove fields.',
            )}
      </Message>
    );
  }
  if (other) {
    return (
      <Message
        icon="table"
        title={
          list
            ? t('churn.noList', 'The answer holds no list of scores')
            : t('churn.noScore', 'The answer holds no churn score')
        }
        alert
        {...box}
      >
        {t(
          'churn.askFor',
          'Ask the Churnwatch warehouse for "Churn scores", for "Churn score of one customer" or for "What if".',
        )}
      </Message>
    );
  }
  return list ? (
    <Message icon="users-alt" title={t('churn.nobody', 'No customers')} {...box}>
      {t('churn.nobodyHelp', 'Nobody fits the filters in this time range. Widen the range or remove a filter.')}
    </Message>
  ) : (
    <Message icon="user" title={t('churn.notChosen', 'No customer chosen')} {...box}>
      {t('churn.notChosenHelp', 'Choose a customer, or widen the time range until it holds an order of theirs.')}
    </Message>
  );
}
