import type { ErrorObject } from 'ajv';

/** What is wrong with an event, and where, from the first error that its schema gives. */
export function inWords(errors: readonly ErrorObject[] | null | undefined): string {
  const error = errors?.[0];
  if (error === undefined) return 'It is not valid.';
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  const subject = where === '' ? 'The event' : where;
  switch (error.keyword) {
    case 'additionalProperties':
      return `${where === '' ? '' : `${where}.`}${shown(error.params['additionalProperty'])} is not known here.`;
    case 'required':
      return `${where === '' ? '' : `${where}.`}${String(error.params['missingProperty'])} is missing.`;
    case 'enum':
      return `${subject} cannot be ${shown(error.data)}; known: ${[error.params['allowedValues']].flat().join(', ')}.`;
    case 'format':
      return `${subject} must be a time such as 2018-06-30T14:05:00Z, not ${shown(error.data)}.`;
    case 'pattern':
      return `${subject} holds characters that cannot stand there: ${shown(error.data)}.`;
    default:
      return `${subject} ${error.message}, not ${shown(error.data)}.`;
  }
}

/** A value as JSON, cut to what fits into a sentence; JSON writes control characters as escapes. */
export function shown(value: unknown): string {
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
