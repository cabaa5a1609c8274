import { LoadingState, type PanelData } from '@grafana/data';
import React, { useMemo } from 'react';
import { t } from '../../language/t';
import { readSegments } from './data/readSegments';
import { Message } from '../../components/panel/Message';
import { ReadyView } from './frame/ReadyView';
import type { SegmentsOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface SegmentsViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: SegmentsOptions;
  width: number;
  height: number;
  /** The segments that stand out. */
  selected: readonly string[];
  /** Takes the chosen segment, or null when the choice is taken back; absent: segments cannot be chosen. */
  onSelect?: (segment: string | null) => void;
}

/** RFM segments as a treemap, as a grid of scores or as a table; or what is missing for it, and what to do. */
export function SegmentsView({ data, options, width, height, selected, onSelect }: SegmentsViewProps) {
  const reading = useMemo(() => readSegments(data.series), [data.series]);
  const box = { width, height };

  if (reading.state === 'ready') {
    return <ReadyView model={reading.model} options={options} selected={selected} onSelect={onSelect} {...box} />;
  }
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('segments.loading', 'Loading the segments…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    return (
      <Message
        icon="exclamation-triangle"
        title={t('segments.failed', 'The segments could not be loaded')}
        alert
        {...box}
      >
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  if (reading.state === 'missing') {
    return (
      <Message
        icon="table"
        title={t('segments.lacking', 'The answer lacks: {{fields}}', { fields: reading.fields.join(', ') })}
        alert
        {...box}
      >
        {t('segments.lackingHelp', 'Ask the Churnwatch warehouse for "RFM segments" and leave the measure empty.')}
      </Message>
    );
  }
  return (
    <Message icon="users-alt" title={t('segments.nobody', 'No customers')} {...box}>
      {t('segments.nobodyHelp', 'Nobody fits the filters in this time range. Widen the range or remove a filter.')}
    </Message>
  );
}
