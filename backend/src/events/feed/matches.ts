import type { LiveEvent, LiveFilters } from '../../contract';

/** Whether an event is one of those that are wanted. */
export function matches(event: LiveEvent, filters: LiveFilters): boolean {
  if (event.type === 'churn_alert') {
    const { alert, change } = event;
    return isOf(alert, filters) && within(filters.warning_state, alert.warning_state) && within(filters.change, change);
  }
  const { prediction } = event;
  return isOf(prediction, filters) && (filters.band_changed !== true || prediction.band !== prediction.from_band);
}

const isOf = (one: { segment: string; band: string; state: string }, { segment, band, state }: LiveFilters): boolean =>
  within(segment, one.segment) && within(band, one.band) && within(state, one.state);

const within = (wanted: readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);
