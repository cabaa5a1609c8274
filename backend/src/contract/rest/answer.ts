import { flag, listOf, row, text, type RowSchema, type Schema } from './schema';

/** What every answer says about itself. */
export const PROVENANCE_FIELDS = {
  as_of: { type: 'string', format: 'date', description: 'The last day that the answer knows of.' },
  generation: text('Id of the warehouse generation that answered: it changes when the data changes.'),
  sample: flag('True: generated sample data, not a real shop’s.'),
  notices: listOf({ type: 'string' }, 'What one should know about this answer, in sentences.'),
} as const satisfies Record<string, Schema>;

/** The schema of an answer: what it says about itself, and its own fields. */
export function answerSchema(title: string, fields: Readonly<Record<string, Schema>>): RowSchema {
  return row(title, { ...PROVENANCE_FIELDS, ...fields });
}

export interface Provided {
  as_of: string;
  generation: string;
  sample: boolean;
  notices: string[];
}

export const ERROR_SCHEMA: Schema = row('Error', {
  error: text('What was wrong, where, and what to do about it.'),
});
