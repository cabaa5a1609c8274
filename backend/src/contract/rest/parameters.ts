import { RISK_BANDS } from '../churn/bands';
import { RISK_DIMENSIONS, SCORE_SORTS } from '../churn/kinds';
import { EVENT_LIMITS } from '../events/limits';
import { STATUSES } from '../kinds';
import { SEGMENTS } from '../segments';

const AS_OF = {
  type: 'string',
  format: 'date',
  description: 'Day as of which customers are judged; absent: the last day of regular trade in the data.',
  examples: ['2018-06-30'],
} as const;

const DAY = { type: 'string', format: 'date' } as const;
const NAMES = { type: 'array', maxItems: 1_000, items: { type: 'string', maxLength: 200 } } as const;

/** Filters that several routes take; a parameter may be given several times, to keep any of its values. */
const FILTERS = {
  state: { ...NAMES, description: 'Two-letter state of the address.' },
  segment: { type: 'array', items: { type: 'string', enum: SEGMENTS }, description: 'RFM segment.' },
  band: { type: 'array', items: { type: 'string', enum: RISK_BANDS }, description: 'Risk band.' },
  category: { ...NAMES, description: 'Product category that was bought from.' },
  payment_type: { ...NAMES, description: 'How an order was paid.' },
} as const;

const STATUS = { type: 'array', items: { type: 'string', enum: STATUSES }, description: 'Active or churned.' } as const;

/** Most customers on one page. */
export const MAX_PAGE = 10_000;

/** Query string of `GET /api/customers`. */
export const CUSTOMERS_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    search: { type: 'string', maxLength: EVENT_LIMITS.idLength, description: 'A customer id or its beginning.' },
    ...FILTERS,
    status: STATUS,
    sort: { type: 'string', enum: SCORE_SORTS, default: 'revenue_at_risk', description: 'What to sort by.' },
    order: { type: 'string', enum: ['asc', 'desc'], default: 'desc', description: 'Smallest or largest first.' },
    limit: { type: 'integer', minimum: 1, maximum: MAX_PAGE, default: 100, description: 'Customers on this page.' },
    offset: { type: 'integer', minimum: 0, maximum: 1_000_000_000, default: 0, description: 'Customers to skip.' },
    asOf: AS_OF,
  },
} as const;

/** Query string of routes that only take an as-of date. */
export const AS_OF_QUERY = { type: 'object', additionalProperties: false, properties: { asOf: AS_OF } } as const;

/** Path of `GET /api/customers/:id`. */
export const CUSTOMER_PATH = {
  type: 'object',
  required: ['id'],
  properties: {
    id: {
      type: 'string',
      maxLength: EVENT_LIMITS.idLength,
      description: 'The customer’s id, or a beginning that only one customer has.',
    },
  },
} as const;

/** Query string of `GET /api/dashboard/stats`. */
export const STATS_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    from: { ...DAY, description: 'First day of the key figures; absent: 365 days up to the last one.' },
    to: { ...DAY, description: 'Last day of the key figures; absent: the as-of date.' },
    ...FILTERS,
    by: { type: 'string', enum: RISK_DIMENSIONS, default: 'segment', description: 'What to group the risk by.' },
    asOf: AS_OF,
  },
} as const;
