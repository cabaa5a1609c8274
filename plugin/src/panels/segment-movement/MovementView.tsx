import { LoadingState, type PanelData } from '@grafana/data';
import { t } from '../../language/t';
import React, { useMemo } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { Message } from '../../components/panel/Message';
import type { Choice } from './data/model';
import { readMoves } from './data/readMoves';
import { ReadyView } from './frame/ReadyView';
import type { MovementOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface MovementViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: MovementOptions;
  width: number;
  height: number;
  /** The segments that are chosen; empty texts: any. */
  choice: Choice;
  /** Takes what is chosen; absent: nothing can be chosen. */
  onChoose?: (choice: Choice) => void;
  /** Absent: customers cannot be listed. */
  ask?: AskList;
  /** Where a customer's id leads; undefined: nowhere. */
  customerLink: (id: string) => string | undefined;
}

/** How customers have moved between segments, and who they are; or what is missing for it, and what to do. */
export function MovementView({ data, ...props }: MovementViewProps) {
  const reading = useMemo(() => readMoves(data.series), [data.series]);
  const box = { width: props.width, height: props.height };
  if (reading.state === 'ready') return <ReadyView model={reading.model} frames={data.series} {...props} />;
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('movement.loading', 'Loading the movement…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    const title = t('movement.failed', 'The movement could not be loaded');
    return (
      <Message icon="exclamation-triangle" title={title} alert {...box}>
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  if (reading.state === 'missing') {
    const fields = reading.fields.join(', ');
    return (
      <Message icon="table" title={t('movement.missing', 'The answer lacks {{fields}}', { fields })} alert {...box}>
        {t('movement.missing-help', 'Ask the Churnwatch warehouse for "Segment movement".')}
      </Message>
    );
  }
  return (
    <Message icon="users-alt" title={t('movement.nobody', 'No customers')} {...box}>
      {t('movement.nobody-help', 'Nobody fits the filters in this time range. Widen the range or remove a filter.')}
    </Message>
  );
}
