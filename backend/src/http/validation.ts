import { Ajv, type ErrorObject, type Options } from 'ajv';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import { isDay } from '../contract';
import { show } from '../contract/parse-values';

const OPTIONS: Options = {
  // A parameter that does not exist is an error of the caller's, not something to drop in silence.
  removeAdditional: false,
  useDefaults: true,
  verbose: true,
  strict: true,
  strictTypes: false,
  formats: { date: isDay, 'date-time': true },
};

/**
 * Validates what callers send: query strings and paths are text and become numbers and lists, bodies are taken as they
 * are (a null must not become a 0).
 */
export function addValidation(app: FastifyInstance): void {
  const ofText = new Ajv({ ...OPTIONS, coerceTypes: 'array' });
  const ofBodies = new Ajv(OPTIONS);
  app.setValidatorCompiler<object>(({ schema, httpPart }) => (httpPart === 'body' ? ofBodies : ofText).compile(schema));
  app.setSchemaErrorFormatter((errors) => new Error(errors[0] ? sentenceOf(errors[0]) : 'The request is not valid.'));
}

/** What is wrong, where, and what may stand there. */
export function sentenceOf(error: FastifySchemaValidationError & Partial<ErrorObject>): string {
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  const subject = where === '' ? 'The request' : where;
  const given = show(error.data);
  switch (error.keyword) {
    case 'additionalProperties':
      return `${show(error.params.additionalProperty)} is not known here; known: ${namesIn(error.parentSchema)}.`;
    case 'enum':
      return `${subject} cannot be ${given}; known: ${[error.params.allowedValues].flat().join(', ')}.`;
    case 'format':
      return `${subject} must be a day such as 2018-06-30, not ${given}.`;
    case 'required':
      return `${subject} ${error.message}.`;
    default:
      return `${subject} ${error.message}, not ${given}.`;
  }
}

const namesIn = (schema: ErrorObject['parentSchema']): string =>
  Object.keys({ ...(schema?.properties as object | undefined) }).join(', ') || 'nothing';

/** Leaves bodies to the routes of this scope, which say more of them than a schema can; the schema then only documents. */
export function leaveBodies(app: FastifyInstance): void {
  const { validatorCompiler } = app;
  if (!validatorCompiler) return;
  app.setValidatorCompiler((route) => (route.httpPart === 'body' ? () => true : validatorCompiler(route)));
}
