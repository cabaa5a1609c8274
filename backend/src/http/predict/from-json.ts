import { show } from '../../contract/parse-values';
import { AnswerError } from '../ask';
import { problemWith, type Limits } from './limits';
import { refuseTooMany, type PredictRow } from './row';

const SHAPE = 'The body must be {"customers": ["<id>", …]}, {"features": {…}} or {"features": [{…}, …]}';

/** True when the rows need the limits of features to be read. */
export const describesFeatures = (body: unknown): boolean => isFields(body) && 'features' in body;

/**
 * The rows of a JSON body, numbered from 1.
 * @throws AnswerError 400 when it is not such a body, 413 when it has too many rows
 */
export function rowsFromJson(body: unknown, limits: Limits): PredictRow[] {
  if (!isFields(body)) throw new AnswerError(400, `${SHAPE}.`);
  const { customers, features, ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new AnswerError(400, `${SHAPE}; ${JSON.stringify(unknown)} is not known there.`);
  if ((customers === undefined) === (features === undefined)) throw new AnswerError(400, `${SHAPE}: one of them.`);
  const rows = customers === undefined ? described(features, limits) : known(customers);
  if (rows.length === 0) throw new AnswerError(400, `${SHAPE}; the list is empty.`);
  return rows;
}

function known(customers: unknown): PredictRow[] {
  if (!Array.isArray(customers)) throw new AnswerError(400, 'customers must be a list of customer ids.');
  refuseTooMany(customers.length);
  return customers.map((customer: unknown, at) =>
    typeof customer === 'string'
      ? { row: at + 1, customer }
      : { row: at + 1, error: `A customer id must be text, not ${show(customer)}.` },
  );
}

function described(features: unknown, limits: Limits): PredictRow[] {
  const list: unknown[] = Array.isArray(features) ? features : [features];
  refuseTooMany(list.length);
  return list.map((one, at) => ({ row: at + 1, ...featuresIn(one, limits) }));
}

function featuresIn(given: unknown, limits: Limits): Pick<PredictRow, 'features' | 'error'> {
  if (!isFields(given)) return { error: 'features must be an object such as {"recency_days": 30, "frequency": 2}.' };
  const entries = Object.entries(given);
  if (entries.length === 0) return { error: 'There is no feature to predict from.' };
  const features: Record<string, number> = {};
  for (const [key, value] of entries) {
    const error = problemWith(limits, key, value);
    if (error !== undefined) return { error };
    features[key] = Number(value);
  }
  return { features };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
