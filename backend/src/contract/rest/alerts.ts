import { ALERT_LIST_KINDS, ALERT_LIST_SORTS } from '../alerts/rest';
import { MAX_NOTE, MAX_OWNER, WARNING_STATES, WARNING_TRIGGERS } from '../alerts/states';
import { RISK_BANDS } from '../churn/bands';
import { EVENT_LIMITS } from '../events/limits';
import { LANGUAGES } from '../language';
import { SEGMENTS } from '../segments';
import { integer, listOf, moment, money, number, oneOf, orNull, row, share, text, type Schema } from './schema';

const day = (description: string): Schema => ({ type: 'string', format: 'date', description });

const ALERT_FIELDS: Readonly<Record<string, Schema>> = {
  kind: oneOf(ALERT_LIST_KINDS, 'An early warning about a customer, or an alert of a rule in Grafana.'),
  id: text('Id of the alert.'),
  created_at: moment('When it was made, or began to fire.'),
  title: text('What it is about.'),
  state: oneOf(WARNING_STATES, 'Where it stands. Alerts of Grafana’s are new while they fire, then resolved.'),
  owner: orNull(text('Who has taken it up.')),
  version: orNull(integer('Counts the changes; send it with a change, so that it does not undo another one.')),
  customer_id: orNull(text('The customer; shortened for callers who may not see ids whole.')),
  segment: orNull(text('RFM segment of the customer; of an alert of Grafana’s, its label segment.')),
  customer_state: orNull(
    text('Two-letter state of the customer’s address; of an alert of Grafana’s, its label state.'),
  ),
  from_band: orNull(oneOf(RISK_BANDS, 'Risk band before.')),
  band: orNull(oneOf(RISK_BANDS, 'Risk band now.')),
  churn_probability: orNull(share('Probability of no purchase within the horizon.')),
  relative_odds: orNull(number('Odds of buying again as a multiple of the average customer’s.')),
  revenue_at_risk: orNull(money('What would be lost within the horizon.')),
  value_if_returns: orNull(money('Revenue within the horizon should the customer come back.')),
  monetary: orNull(money('All that the customer has paid.')),
  last_order: orNull(day('The last purchase before the warning.')),
  reasons: listOf({ type: 'string' }, 'In sentences, the weightiest first.'),
  action: orNull(text('Recommended action.')),
  trigger: orNull(oneOf(WARNING_TRIGGERS, 'An event of the customer, or the scoring of everyone.')),
  as_of: orNull(day('The last day of data that it knows of.')),
  generation: orNull(text('Id of the warehouse generation.')),
  model: orNull(text('Id of the churn model.')),
  acknowledged_at: orNull(moment('When somebody took it up.')),
  acted_at: orNull(moment('When it was acted on.')),
  closed_at: orNull(moment('When it was resolved, or found to be a false alarm.')),
  returned_on: orNull(day('First purchase after the warning, within the horizon.')),
  labels: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Labels of an alert of Grafana’s; else empty.',
  },
  url: orNull(text('Where an alert of Grafana’s can be seen.')),
};

const STEP = row('Step', {
  seq: integer('Grows with every step of any warning.'),
  at: moment('When.'),
  who: text('Who did it.'),
  from_state: orNull(oneOf(WARNING_STATES, 'State before; null: the warning was made.')),
  to_state: oneOf(WARNING_STATES, 'State after.'),
  owner: orNull(text('Owner after.')),
  note: orNull(text('What they wrote.')),
});

/** Body of `GET /api/alerts`. */
export const ALERTS_BODY = row('Alerts', {
  alerts: listOf(row('Alert', ALERT_FIELDS)),
  next: orNull(text('Where the next page is, relative to the address of this one; null on the last page.')),
});

/** Body of `GET /api/alerts/:id` and of its PATCH. */
export const ALERT_BODY = row('Alert in full', { ...ALERT_FIELDS, history: listOf(STEP, 'What became of it.') });

const LANGUAGE = {
  type: 'string',
  enum: LANGUAGES,
  description:
    'Of title, reasons, action and what is refused; absent: English. Older warnings have English texts only.',
} as const;

/** Query string of `GET` and `PATCH /api/alerts/:id`. */
export const ALERT_QUERY = { type: 'object', additionalProperties: false, properties: { language: LANGUAGE } } as const;

export const ALERTS_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kind: { type: 'string', enum: ALERT_LIST_KINDS, description: 'Only these; absent: both.' },
    state: { type: 'array', items: { type: 'string', enum: WARNING_STATES }, description: 'Where they stand.' },
    owner: { type: 'string', maxLength: MAX_OWNER, description: 'Who has taken them up.' },
    segment: { type: 'array', items: { type: 'string', enum: SEGMENTS }, description: 'RFM segment.' },
    band: { type: 'array', items: { type: 'string', enum: RISK_BANDS }, description: 'Risk band now.' },
    customer_state: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string', maxLength: 20 },
      description: 'Two-letter state of the address.',
    },
    customer: { type: 'string', maxLength: EVENT_LIMITS.idLength, description: 'A customer id or its beginning.' },
    since: { type: 'string', format: 'date', description: 'Made on this day or later.' },
    sort: { type: 'string', enum: ALERT_LIST_SORTS, default: 'created_at', description: 'What to sort by.' },
    order: { type: 'string', enum: ['asc', 'desc'], default: 'desc', description: 'Oldest or newest first.' },
    limit: { type: 'integer', minimum: 1, maximum: 1_000, default: 100, description: 'Alerts on this page.' },
    offset: { type: 'integer', minimum: 0, maximum: 1_000_000_000, default: 0, description: 'Alerts to skip.' },
    language: LANGUAGE,
  },
} as const;

export const ALERT_PATH = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', maxLength: 200, description: 'The alert’s id.' } },
} as const;

/** Body of `PATCH /api/alerts/:id`. */
export const ALERT_CHANGE = {
  type: 'object',
  additionalProperties: false,
  properties: {
    state: { type: 'string', enum: WARNING_STATES, description: 'Where it is to stand.' },
    owner: { type: ['string', 'null'], maxLength: 4 * MAX_OWNER, description: 'Who takes it up; null: nobody.' },
    note: { type: 'string', maxLength: 4 * MAX_NOTE, description: 'For the history.' },
    version: { type: 'integer', minimum: 1, description: 'The version that the caller saw; or the header If-Match.' },
  },
} as const;

const TEXTS = { type: 'object', additionalProperties: { type: 'string' } } as const;
const OPTIONAL_TEXT = { type: 'string' } as const;

/** Body of Grafana Alerting's webhook, as far as it is read (Grafana's documentation, "Webhook notifier"). */
export const GRAFANA_NOTIFICATION = {
  type: 'object',
  required: ['alerts'],
  properties: {
    alerts: {
      type: 'array',
      maxItems: 1_000,
      items: {
        type: 'object',
        required: ['status', 'fingerprint', 'startsAt'],
        properties: {
          status: { type: 'string', enum: ['firing', 'resolved'] },
          fingerprint: { type: 'string', maxLength: 200 },
          startsAt: OPTIONAL_TEXT,
          endsAt: OPTIONAL_TEXT,
          labels: TEXTS,
          annotations: TEXTS,
          generatorURL: OPTIONAL_TEXT,
          panelURL: OPTIONAL_TEXT,
        },
      },
    },
  },
} as const;

/** Body of the answer to it. */
export const GRAFANA_TAKEN = row('Taken', { alerts: integer('How many were noted.') });
