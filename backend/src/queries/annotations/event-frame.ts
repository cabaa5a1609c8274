import { EVENT_COLUMNS, type Column, type Frame, type FrameMeta } from '../../contract';
import { noData, textColumn, timeColumn } from '../../frames';
import type { ShopEvent } from './event';

type EventColumn = (typeof EVENT_COLUMNS)[number];

/**
 * The frame (table) of events, in order of time; equal times by id, so that the same answer always looks the same. Its
 * columns have no other names to show: Grafana finds an annotation's parts by them.
 */
export function eventFrame(events: readonly ShopEvent[], meta: Omit<FrameMeta, 'type'>): Frame {
  const empty = noData('annotations', 'table');
  if (events.length === 0) return { ...empty, meta: { ...empty.meta, ...meta } };
  const sorted = [...events].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  return {
    name: 'annotations',
    meta: { type: 'table', preferredVisualisationType: 'table', ...meta },
    fields: EVENT_COLUMNS.map((name) => ({ column: columnOf(name, sorted) })),
  };
}

function columnOf(name: EventColumn, events: readonly ShopEvent[]): Column {
  if (name === 'time' || name === 'timeEnd') {
    return timeColumn(
      name,
      events.map((event) => event[name]),
    );
  }
  return textColumn(
    name,
    events.map((event) => (name === 'tags' ? event.tags.join(',') : event[name])),
  );
}
