import { LoadingState, type PanelData } from '@grafana/data';
import React, { useMemo } from 'react';
import { Message } from '../../components/panel/Message';
import { t } from '../../language/t';
import { readPlaces } from './data/readPlaces';
import { ReadyView } from './frame/ReadyView';
import type { MapOptions } from './options';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface MapViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: MapOptions;
  width: number;
  height: number;
  /** The states that stand out; a single one is shown from near. */
  selected: readonly string[];
  /** Takes the chosen state, or null when the choice is taken back. */
  onSelect: (state: string | null) => void;
}

/** States and cities of Brazil as a map or as a table; or what is missing for it, and what to do. */
export function MapView({ data, options, width, height, selected, onSelect }: MapViewProps) {
  const reading = useMemo(() => readPlaces(data.series), [data.series]);
  const box = { width, height };

  if (reading.state === 'ready') {
    return <ReadyView model={reading.model} options={options} selected={selected} onSelect={onSelect} {...box} />;
  }
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return <Message icon="sync" title={t('map.loading', 'Loading the map…')} {...box} />;
  }
  const failure = data.errors?.[0];
  if (failure) {
    return (
      <Message icon="exclamation-triangle" title={t('map.failed', 'The map could not be loaded')} alert {...box}>
        {failure.message ?? failure.data?.message}
      </Message>
    );
  }
  if (reading.state === 'missing') {
    const title = t('map.missing.title', 'The answer holds no {{field}}', { field: reading.field });
    return (
      <Message icon="table" title={title} alert {...box}>
        {t('map.missing.text', 'Ask the Churnwatch warehouse for “Geography” by state, and by city in a second query.')}
      </Message>
    );
  }
  return (
    <Message icon="users-alt" title={t('map.empty.title', 'No customers')} {...box}>
      {t('map.empty.text', 'Nobody fits the filters in this time range. Widen the range or remove a filter.')}
    </Message>
  );
}
