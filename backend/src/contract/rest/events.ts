import { EVENT_LIMITS } from '../events/limits';
import { REJECTIONS, type DeadLetter, type Receipt } from '../events/receipt';
import { EVENT_SCHEMA } from '../events/schemas';
import { integer, listOf, moment, oneOf, orNull, row, text, type Schema } from './schema';

/** Answer to `POST /api/events`. */
export interface EventsBody {
  accepted: number;
  duplicates: number;
  rejected: number;
  /** In the order of the request. */
  results: Receipt[];
}

/** Answer to `GET /api/events/dead-letters`, the latest first. */
export interface DeadLettersBody {
  /** All that are kept. */
  total: number;
  /** Those that were given up since there were too many. */
  dropped: number;
  letters: DeadLetter[];
}

const MANY: Schema = { ...listOf(EVENT_SCHEMA), maxItems: EVENT_LIMITS.batch };

/** Body of `POST /api/events`: an event, a list of events, or an object with a list of them. */
export const EVENTS_REQUEST: Schema = {
  title: 'Events',
  oneOf: [EVENT_SCHEMA, MANY, row('Batch', { events: MANY })],
};

const RECEIPT: Schema = {
  type: 'object',
  title: 'Receipt',
  additionalProperties: false,
  required: ['index', 'id', 'status'],
  properties: {
    index: integer('Place in the request, from 0.'),
    id: orNull(text('Id of the event; null when it has none that can be used.')),
    status: oneOf(
      ['accepted', 'duplicate', 'rejected'],
      'accepted: it is on the disk. duplicate: it was before, and nothing was doubled. rejected: it cannot be used.',
    ),
    reason: text('Why it was rejected, or what to know about a duplicate.'),
  },
};

/** Body of the answer to `POST /api/events`. */
export const EVENTS_BODY: Schema = row('Receipts', {
  accepted: integer('Events that are on the disk now.'),
  duplicates: integer('Events that were there before.'),
  rejected: integer('Events that cannot be used; they are among the dead letters.'),
  results: listOf(RECEIPT, 'What became of each event, in the order of the request.'),
});

const LETTER = row('Dead letter', {
  seq: integer('Its number, which the other calls take.'),
  received_at: moment('When it came.'),
  source: text('Who sent it.'),
  id: orNull(text('Id of the event; null when it has none that can be used.')),
  rejection: oneOf(REJECTIONS, 'Why it cannot be used, in a word.'),
  reason: text('Why it cannot be used.'),
  event: text('What was sent, as JSON text; its beginning when it was too large.'),
});

/** Body of the answer to `GET /api/events/dead-letters`. */
export const DEAD_LETTERS_BODY: Schema = row('Dead letters', {
  total: integer('All that are kept.'),
  dropped: integer('The oldest ones that were given up since there were too many.'),
  letters: listOf(LETTER, 'The latest first.'),
});

/** Query string of `GET /api/events/dead-letters`. */
export const DEAD_LETTERS_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: 1_000, default: 100, description: 'Letters on this page.' },
    offset: { type: 'integer', minimum: 0, maximum: 1_000_000, default: 0, description: 'Letters to skip.' },
    rejection: { type: 'string', enum: REJECTIONS, description: 'Only those that were rejected for this.' },
  },
} as const;

/** Query string of the calls that delete dead letters or try them again. */
export const CHOSEN_LETTERS_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    seq: {
      type: 'array',
      maxItems: 1_000,
      items: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
      description: 'Numbers of letters; absent: all of them.',
    },
  },
} as const;

/** Body of the answer to `DELETE /api/events/dead-letters`. */
export const DELETED_LETTERS_BODY: Schema = row('Deleted', { deleted: integer('Letters that are gone.') });
