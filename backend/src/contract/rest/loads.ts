import { flag, integer, listOf, money, moment, number, orNull, row, text, type Schema } from './schema';

/** Why rows of a file were refused. */
export interface RejectSummary {
  reason: string;
  rows: number;
  examples: {
    line: number | null;
    /** What stands in the file; null for callers who may not see customer ids whole. */
    record: string | null;
  }[];
}

/** What became of one file. */
export interface FileSummary {
  table: string;
  /** The file's name; null when it is absent. */
  file: string | null;
  bytes: number;
  rows_read: number;
  rows_loaded: number;
  rows_rejected: number;
  rejects: RejectSummary[];
  notes: string[];
}

/** How a generation of the warehouse was loaded. */
export interface LoadSummary {
  generation: string;
  /** RFC 3339. */
  built_at: string;
  sample: boolean;
  source: string;
  first_day: string;
  last_day: string;
  orders: number;
  customers: number;
  payments: number;
  rows_read: number;
  rows_rejected: number;
  checks: number;
  seconds: number;
  files: FileSummary[];
}

/** Body of `GET /api/warehouse/loads`. */
export interface LoadsBody {
  loads: (LoadSummary & { serves: boolean })[];
}

const EXAMPLE = row('Refused row', {
  line: orNull(integer('Line of the file.')),
  record: orNull(text('What stands there; null for callers who may not see customer ids whole.')),
});

const REJECT = row('Reason', {
  reason: text('Why rows were refused.'),
  rows: integer('How many.'),
  examples: listOf(EXAMPLE, 'Some of them.'),
});

const FILE = row('File', {
  table: text('What it holds.'),
  file: orNull(text('Its name; null when it is absent.')),
  bytes: integer('Its size.'),
  rows_read: integer('Rows in it.'),
  rows_loaded: integer('Rows that were taken.'),
  rows_rejected: integer('Rows that were refused.'),
  rejects: listOf(REJECT, 'Why.'),
  notes: listOf({ type: 'string' }, 'What to know about it: absent, partial, unusual values that were kept.'),
});

const LOAD = row('Load', {
  generation: text('Id of the generation.'),
  built_at: moment('When it was built.'),
  serves: flag('Whether this is the generation that answers.'),
  sample: flag('True: generated sample data, not a real shop’s.'),
  source: text('The folder with the files; its name alone for callers who do not look after the warehouse.'),
  first_day: { type: 'string', format: 'date', description: 'Day of the first purchase.' },
  last_day: { type: 'string', format: 'date', description: 'Day of the last purchase.' },
  orders: integer('Purchases: orders neither canceled nor unavailable.'),
  customers: integer('Customers with a purchase.'),
  payments: money('What they paid.'),
  rows_read: integer('Rows of all files.'),
  rows_rejected: integer('Rows that were refused.'),
  checks: integer('Tests of the finished tables that passed.'),
  seconds: number('How long the build took.'),
  files: listOf(FILE),
});

/** Schema of the body of `GET /api/warehouse/loads`. */
export const LOADS_BODY: Schema = row('Loads', {
  loads: listOf(LOAD, 'The generations that are kept, newest first.'),
});
