import { listOf, moment, oneOf, orNull, row, text, type Schema } from './schema';

/** Most entries on one page of the audit log. */
export const MAX_AUDIT_PAGE = 1_000;

/** Query string of `GET /api/audit`. */
export const AUDIT_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: MAX_AUDIT_PAGE, default: 100, description: 'Entries on this page.' },
    before: { type: 'string', maxLength: 64, description: 'Where the page before ended: its `next`.' },
  },
} as const;

const ENTRY: Schema = {
  ...row('Audit entry', {
    time: moment('When it was done.'),
    action: text('What was done, such as model.train.'),
    actor: text('Who did it: login, name of a token, subject of a JWT, or user of the command line.'),
    role: text('The role that they had.'),
    outcome: oneOf(['done', 'refused', 'failed'], 'How it ended.'),
    address: text('Where the request came from; absent on the command line.'),
    target: text('What it was done to, such as an id.'),
    status: { type: 'integer', description: 'The status of the answer.' },
    count: { type: 'integer', description: 'How many the same, where they are counted.' },
  }),
  required: ['time', 'action', 'actor', 'role', 'outcome'],
};

/** Schema of the body of `GET /api/audit`. */
export const AUDIT_BODY: Schema = row('Audit log', {
  entries: listOf(ENTRY, 'Newest first.'),
  next: orNull(text('Where the next page begins, for `before`; null on the last one.')),
});
