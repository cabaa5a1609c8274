import { integer, listOf, moment, oneOf, orNull, row, text, type Schema } from './schema';

/** How many messages there are. */
export interface WebhookNumbers {
  /** Those that are still to be delivered. */
  waiting: number;
  /** Since the process started. */
  delivered: number;
  /** Attempts that failed since the process started. */
  failed: number;
  /** Given up, of the last 30 days. */
  dead: number;
}

export interface WebhookReceiver extends WebhookNumbers {
  name: string;
  /** Scheme, host and port: the rest of an address may be a secret. */
  origin: string;
  /** RFC 3339. */
  last_delivered_at: string | null;
  last_failure: string | null;
  /** Until when it rests since it keeps failing. */
  paused_until: string | null;
}

/** How the sending of early warnings fares, as `GET /api/webhooks` answers; off: no webhooks file is set. */
export interface WebhooksStatus extends WebhookNumbers {
  state: 'off' | 'ready' | 'unusable';
  /** What is wrong with the file. */
  problem: string | null;
  receivers: readonly WebhookReceiver[];
}

const NUMBERS: Readonly<Record<keyof WebhookNumbers, Schema>> = {
  waiting: integer('Messages that are still to be delivered.'),
  delivered: integer('Messages that were delivered since the process started.'),
  failed: integer('Attempts that failed since the process started.'),
  dead: integer('Messages that were given up in the last 30 days.'),
};

/** Schema of the body of `GET /api/webhooks`. */
export const WEBHOOKS_BODY: Schema = row('Webhooks', {
  state: oneOf(['off', 'ready', 'unusable'], 'off: no webhooks file is set; unusable: problem says why.'),
  problem: orNull(text('What is wrong with the webhooks file.')),
  ...NUMBERS,
  receivers: listOf(
    row('Webhook receiver', {
      name: text('Its name in the webhooks file.'),
      origin: text('Scheme, host and port of its address.'),
      ...NUMBERS,
      last_delivered_at: orNull(moment('When it last took a message.')),
      last_failure: orNull(text('Why the last attempt failed; null once one has succeeded.')),
      paused_until: orNull(moment('Until when it rests, since it keeps failing.')),
    }),
    'The receivers in the file.',
  ),
});
