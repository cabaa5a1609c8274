import { RISK_BANDS, type RiskBand } from '../churn/bands';
import { WARNING_STATES, type WarningState } from '../alerts/states';
import { boolean, choice, isFields, list, show, text } from '../parse-values';
import { QueryError } from '../query-error';
import { SEGMENTS } from '../segments';
import { ALERT_CHANGES, type AlertChange, type LiveTopic } from './topics';

/** What of a topic is wanted; absent or empty: all. */
export interface LiveFilters {
  segment?: readonly string[];
  band?: readonly RiskBand[];
  /** States of the customers' addresses, in two letters. */
  state?: readonly string[];
  /** Alerts only. */
  warning_state?: readonly WarningState[];
  /** Alerts only. */
  change?: readonly AlertChange[];
  /** Predictions only. True: only those that took a customer into another band. */
  band_changed?: boolean;
}

const MAX_STATE = 32;
const oneOf =
  <T extends string>(name: string, known: readonly T[]) =>
  (value: unknown): T[] => {
    const choices = known.map((one) => ({ value: one }));
    const given = list(name, value).map((one) => choice(name, one, choices));
    return known.filter((one) => given.includes(one));
  };

const COMMON = {
  segment: oneOf('filters.segment', SEGMENTS),
  band: oneOf('filters.band', RISK_BANDS),
  state: (value: unknown) => list('filters.state', value).map((one) => text('filters.state', one, MAX_STATE)),
};

const READERS: Readonly<Record<LiveTopic, Readonly<Record<string, (value: unknown) => unknown>>>> = {
  alerts: {
    ...COMMON,
    warning_state: oneOf('filters.warning_state', WARNING_STATES),
    change: oneOf('filters.change', ALERT_CHANGES),
  },
  predictions: { ...COMMON, band_changed: (value) => boolean('filters.band_changed', value) },
};

/**
 * The filters in a message about a topic; those that are null are left out.
 *
 * @throws QueryError naming the filter, what is wrong with it and what may stand there
 */
export function parseLiveFilters(topic: LiveTopic, value: unknown): LiveFilters {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new QueryError(`filters must be an object such as {"segment": ["At risk"]}.`);
  const readers = READERS[topic];
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
  return Object.fromEntries(
    entries.map(([name, one]) => {
      const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (read) return [name, read(one)];
      throw new QueryError(`${show(name)} is no filter of ${topic}; known: ${Object.keys(readers).join(', ')}.`);
    }),
  );
}

/** The names of a topic's filters. */
export const liveFilterNames = (topic: LiveTopic): string[] => Object.keys(READERS[topic]);
