import {
  CHURN_KINDS,
  DAY_MS,
  labelOf,
  startOf,
  type FieldConfig,
  type Frame,
  type GenerationSummary,
  OPERATIONS_FIGURES,
  type OperationsFigure,
} from '../../contract';
import { numberColumn } from '../../frames';
import type { QueryLoad } from './query-load';

const HOUR_MS = 3_600_000;

const CONFIG: Record<OperationsFigure, FieldConfig> = {
  data_age_hours: { unit: 'h', decimals: 1, description: 'Since the files were last loaded.' },
  days_since_purchase: { unit: 'd', decimals: 0, description: 'From the last day of regular trade to today.' },
  rejected_share: { unit: 'percentunit', decimals: 2, description: 'Rows of the files that were refused.' },
  model_age_hours: { unit: 'h', decimals: 1, description: 'Since the churn model was trained.' },
  queries: { unit: 'short', decimals: 0, description: 'Queries answered or refused.' },
  failed_share: { unit: 'percentunit', decimals: 2, description: 'Queries that failed by a fault of the service.' },
  prediction_failed_share: {
    unit: 'percentunit',
    decimals: 2,
    description: 'Questions about churn that failed by a fault of the service.',
  },
  query_p95_seconds: { unit: 's', description: '95 of 100 queries took no longer.' },
  event_lag_seconds: { unit: 's', decimals: 1, description: 'How long the oldest event has waited for its effect.' },
  events_waiting: { unit: 'short', decimals: 0, description: 'Events that have had no effect on a profile yet.' },
  events_per_second: { unit: 'short', decimals: 1, description: 'Events that had their effect, over the last minute.' },
  dead_letters: { unit: 'short', decimals: 0, description: 'Events that could not be used, and are kept with why.' },
  webhooks_waiting: {
    unit: 'short',
    decimals: 0,
    description: 'Messages to other tools that are still to be delivered.',
  },
  webhooks_given_up: {
    unit: 'short',
    decimals: 0,
    description: 'Messages to other tools that were given up in the last 30 days.',
  },
  webhooks_newly_given_up: {
    unit: 'short',
    decimals: 0,
    description: 'Messages to other tools that were given up in the last minutes.',
  },
};

/** Messages to one receiver that were given up in one minute. */
export interface GivenUp {
  receiver: string;
  /** Begin of the minute, in ms since 1970-01-01 UTC. */
  at: number;
  messages: number;
}

/** How the log of events fares, and what is sent to other tools because of them. */
export interface EventFigures {
  lagSeconds: number;
  waiting: number;
  perSecond: number;
  deadLetters: number;
  /** Messages that wait and that were given up; absent: no webhooks are set. */
  webhooks?: { waiting: number; dead: number; receivers: readonly string[]; givenUp: readonly GivenUp[] };
}

export interface FiguresOf {
  generation: GenerationSummary;
  load: QueryLoad;
  /** When the model that serves was trained, RFC 3339; absent: none serves. */
  trainedAt?: string;
  /** Absent: no events are taken. */
  events?: EventFigures;
  minutes: number;
  /** In ms since 1970-01-01 UTC. */
  now: number;
}

/** Every figure of the service, or the one named: numeric-wide, one row. */
export function figuresFrame(of: FiguresOf, only?: OperationsFigure): Frame {
  const values = figuresOf(of);
  const shown = only === undefined ? OPERATIONS_FIGURES : [only];
  return {
    name: 'figures',
    meta: { type: 'numeric-wide' },
    fields: shown.flatMap((name) => {
      const config = { ...CONFIG[name], displayNameFromDS: labelOf(name) };
      if (name !== PER_RECEIVER) return [{ column: numberColumn(name, [values[name]]), config }];
      return newlyGivenUp(of).map(({ value, labels }) => ({ column: numberColumn(name, [value]), config, labels }));
    }),
  };
}

/** The figure that tells the receivers of webhooks apart. */
const PER_RECEIVER = 'webhooks_newly_given_up';

const MINUTE_MS = 60_000;

/** One number for each receiver of webhooks; one that is not known where there are none. */
function newlyGivenUp({ events, minutes, now }: FiguresOf): { value: number | null; labels?: { receiver: string } }[] {
  const { receivers = [], givenUp = [] } = events?.webhooks ?? {};
  if (receivers.length === 0) return [{ value: null }];
  const isNew = ({ at }: GivenUp): boolean => at <= now && at + MINUTE_MS > now - minutes * MINUTE_MS;
  return receivers.map((receiver) => {
    const lately = givenUp.filter((one) => one.receiver === receiver && isNew(one));
    return { value: lately.reduce((sum, { messages }) => sum + messages, 0), labels: { receiver } };
  });
}

/** Never less than 0, as a clock that was set back would have it. */
const hoursSince = (time: string, now: number): number => Math.max(0, now - Date.parse(time)) / HOUR_MS;

function figuresOf({
  generation,
  load,
  trainedAt,
  events,
  minutes,
  now,
}: FiguresOf): Record<Exclude<OperationsFigure, typeof PER_RECEIVER>, number | null> {
  const all = load.total(minutes, now);
  const predictions = load.total(minutes, now, [...CHURN_KINDS, 'predictions']);
  const { rowsRead, rowsRejected } = generation;
  return {
    data_age_hours: hoursSince(generation.builtAt, now),
    days_since_purchase: Math.floor((now - startOf(generation.regularLastDay)) / DAY_MS),
    rejected_share: rowsRead === 0 ? null : rowsRejected / rowsRead,
    model_age_hours: trainedAt === undefined ? null : hoursSince(trainedAt, now),
    queries: all.queries,
    failed_share: shareOf(all),
    prediction_failed_share: shareOf(predictions),
    query_p95_seconds: all.queries === 0 ? null : all.p95Seconds,
    ...figuresOfEvents(events),
  };
}

function figuresOfEvents(events?: EventFigures) {
  return {
    event_lag_seconds: events?.lagSeconds ?? null,
    events_waiting: events?.waiting ?? null,
    events_per_second: events?.perSecond ?? null,
    dead_letters: events?.deadLetters ?? null,
    ...figuresOfWebhooks(events?.webhooks),
  };
}

const figuresOfWebhooks = (webhooks: EventFigures['webhooks']) => ({
  webhooks_waiting: webhooks?.waiting ?? null,
  webhooks_given_up: webhooks?.dead ?? null,
});

const shareOf = ({ queries, failed }: { queries: number; failed: number }): number | null =>
  queries === 0 ? null : failed / queries;
