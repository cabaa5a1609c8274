import { LoadingState, type PanelData } from '@grafana/data';
import { t } from '../../language/t';
import React, { useMemo } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { Message } from '../../components/panel/Message';
import type { Choice } from './choice';
import { readLifecycle } from './data/readLifecycle';
import { ReadyView } from './frame/ReadyView';
import type { LifecycleOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface LifecycleViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: LifecycleOptions;
  width: number;
  height: number;
  /** The part of a bar that stands out. */
  chosen: Choice | null;
  /** Takes the chosen part, or null when the choice is taken back; absent: nothing can be chosen. */
  onChoose?: (choice: Choice | null) => void;
  /** Absent: customers cannot be listed. */
  ask?: AskList;
  /** Where a customer's id leads; undefined: nowhere. */
  customerLink: (id: string) => string | undefined;
}

/** Customers by month or week as bars or as a table; or what is missing for it, and what to do. */
export function LifecycleView({ data, ...props }: LifecycleViewProps) {
  const reading = useMemo(() => readLifecycle(data.series), [data.series]);
  const box = { width: props.width, height: props.height };

  if (reading.state === 'ready') {
    return <ReadyView model={reading.model} frames={data.series} {...props} />;
  }
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('lifecycle.state.loading', 'Loading the lifecycle…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    return (
      <Message
        icon="exclamation-triangle"
        title={t('lifecycle.state.failed', 'The lifecycle could not be loaded')}
        alert
        {...box}
      >
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  if (reading.state === 'missing') {
    const title = t('lifecycle.state.missing', 'The answer lacks: {{fields}}', { fields: reading.fields.join(', ') });
    return (
      <Message icon="table" title={title} alert {...box}>
        {t('lifecycle.state.ask', 'Ask the Churnwatch warehouse for “Customer lifecycle”.')}
      </Message>
    );
  }
  return (
    <Message icon="users-alt" title={t('lifecycle.state.empty', 'No customers')} {...box}>
      {t('lifecycle.state.widen', 'The shop has no purchases in this time range. Choose another one.')}
    </Message>
  );
}
