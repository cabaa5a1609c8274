import { LANGUAGES, type Choices, type Language } from '../../contract';

/** What a visitor asks of a panel: which of its queries, and how finely. */
export interface LinkQuery {
  refId: string;
  view?: string;
  language?: Language;
  maxDataPoints?: number;
  intervalMs?: number;
}

export interface LinkQueryBody {
  panel: number;
  queries: LinkQuery[];
  /** Where the link leaves them free. */
  from?: number;
  to?: number;
  variables?: Choices;
}

const MAX_POINTS = 5_000;

const VALUES = { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 200 } } as const;

const QUERY = {
  type: 'object',
  required: ['refId'],
  additionalProperties: false,
  properties: {
    refId: { type: 'string', maxLength: 64 },
    view: { type: 'string', maxLength: 64 },
    language: { type: 'string', enum: LANGUAGES },
    maxDataPoints: { type: 'number', minimum: 0, maximum: MAX_POINTS },
    intervalMs: { type: 'number', minimum: 0 },
  },
} as const;

/** Not part of the REST API that is described as OpenAPI. */
export const LINK_QUERY_SCHEMA = {
  hide: true,
  body: {
    type: 'object',
    required: ['panel', 'queries'],
    additionalProperties: false,
    properties: {
      panel: { type: 'number' },
      from: { type: 'number' },
      to: { type: 'number' },
      variables: { type: 'object', maxProperties: 50, additionalProperties: VALUES },
      queries: { type: 'array', minItems: 1, maxItems: 26, items: QUERY },
    },
  },
} as const;
