import { LoadingState, type PanelData } from '@grafana/data';
import { t } from '../../language/t';
import React, { useMemo } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { Message } from '../../components/panel/Message';
import { readValue } from './data/readValue';
import { ReadyView } from './frame/ReadyView';
import type { ValueOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface ValueViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: ValueOptions;
  width: number;
  height: number;
  /** The key of the chosen cell; of no cell when nothing is chosen. */
  selected: string;
  /** Takes the chosen class of value and band, or two empty texts; absent: cells cannot be chosen. */
  onSelect?: (value: string, band: string) => void;
  /** Absent: customers cannot be listed. */
  ask?: AskList;
  /** Where a customer's id leads; undefined: nowhere. */
  customerLink: (id: string) => string | undefined;
}

/** Customers by value and risk, with those of a cell; or what is missing for it, and what to do. */
export function ValueView({ data, ...props }: ValueViewProps) {
  const reading = useMemo(() => readValue(data.series), [data.series]);
  const box = { width: props.width, height: props.height };
  if (reading.state === 'ready') return <ReadyView model={reading.model} frames={data.series} {...props} />;
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('value.loading', 'Loading value at risk…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    const title = t('value.failed', 'Value at risk could not be loaded');
    return (
      <Message icon="exclamation-triangle" title={title} alert {...box}>
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  if (reading.state === 'missing') {
    const fields = reading.fields.join(', ');
    return (
      <Message icon="table" title={t('value.missing', 'The answer lacks {{fields}}', { fields })} alert {...box}>
        {t('value.missing-help', 'Ask the Churnwatch warehouse for "Value at risk" and leave the measure empty.')}
      </Message>
    );
  }
  return (
    <Message icon="users-alt" title={t('value.nobody', 'No customers')} {...box}>
      {t('value.nobody-help', 'Nobody fits the filters in this time range. Widen the range or remove a filter.')}
    </Message>
  );
}
