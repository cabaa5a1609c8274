import { LoadingState, type PanelData } from '@grafana/data';
import { t } from '../../language/t';
import React, { useMemo } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { Message } from '../../components/panel/Message';
import type { Choice } from './choice';
import { readCohorts } from './data/readCohorts';
import { ReadyView } from './frame/ReadyView';
import type { CohortsOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface CohortsViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: CohortsOptions;
  width: number;
  height: number;
  /** The cell that stands out. */
  chosen: Choice | null;
  /** Takes the chosen cell, or null when the choice is taken back; absent: nothing can be chosen. */
  onChoose?: (choice: Choice | null) => void;
  /** Absent: customers cannot be listed. */
  ask?: AskList;
  /** Where a customer's id leads; undefined: nowhere. */
  customerLink: (id: string) => string | undefined;
}

/** Cohorts as a heat map or as a table; or what is missing for it, and what to do. */
export function CohortsView({ data, ...props }: CohortsViewProps) {
  const reading = useMemo(() => readCohorts(data.series), [data.series]);
  const box = { width: props.width, height: props.height };

  if (reading.state === 'ready') {
    return <ReadyView model={reading.model} frames={data.series} {...props} />;
  }
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('cohorts.state.loading', 'Loading the cohorts…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    return (
      <Message
        icon="exclamation-triangle"
        title={t('cohorts.state.failed', 'The cohorts could not be loaded')}
        alert
        {...box}
      >
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  if (reading.state === 'missing') {
    const title = t('cohorts.state.missing', 'The answer lacks: {{fields}}', { fields: reading.fields.join(', ') });
    return (
      <Message icon="table" title={title} alert {...box}>
        {t(
          'cohorts.state.ask',
          'Ask the Churnwatch warehouse for “Cohort retention” and leave the measure empty: the panel has its own switch.',
        )}
      </Message>
    );
  }
  return (
    <Message icon="users-alt" title={t('cohorts.state.empty', 'No customers')} {...box}>
      {t(
        'cohorts.state.widen',
        'Nobody who fits the filters first purchased in this time range. Widen the range or remove a filter.',
      )}
    </Message>
  );
}
