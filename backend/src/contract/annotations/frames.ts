/**
 * The frame of `annotations` (table): a row per event that touches the time range, in order of time, under the names
 * that Grafana's annotations read. `time`, `timeEnd`: ms, `timeEnd` is empty for what happened at one moment; a day lasts
 * from its first to its last millisecond in UTC. `tags`: separated by commas, the event's source first. `id`: the same
 * for the same event, whoever asks and whenever.
 */
export const EVENT_COLUMNS = ['time', 'timeEnd', 'title', 'text', 'tags', 'id'] as const;

/** The columns of the file of campaigns: the first two must be there. */
export const CAMPAIGN_COLUMNS = ['start', 'name', 'end', 'text', 'tags'] as const;

/** Largest file of campaigns, in bytes and in rows. */
export const MAX_CAMPAIGN_BYTES = 5 * 1024 * 1024;
export const MAX_CAMPAIGNS = 10_000;
