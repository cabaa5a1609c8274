import type { Schema } from '../rest/schema';
import { EVENT_LIMITS } from './limits';
import { ORDER_STATUSES } from './types';

/** Letters, digits and what stands in e-mail addresses and in ids such as `gid://shop/Order/7`. */
const ID_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._:@/+=~-]*$';
/** No control characters, and no half of a pair of surrogates: JSON may hold one, but the database refuses to read that. */
const ONE_LINE = '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$';
const LINES = '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ud800-\\udfff]*$';
/** More than any order is worth in any currency, and far from where numbers lose their cents. */
const MOST_MONEY = 1_000_000_000;

export const id = (description: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: EVENT_LIMITS.idLength,
  pattern: ID_PATTERN,
  description,
});
export const line = (description: string, maxLength = 200): Schema => ({
  type: 'string',
  maxLength,
  pattern: ONE_LINE,
  description,
});
export const lines = (description: string, maxLength: number): Schema => ({
  type: 'string',
  maxLength,
  pattern: LINES,
  description,
});
export const at = (description: string): Schema => ({
  type: 'string',
  maxLength: 40,
  format: 'date-time',
  description: `${description} RFC 3339 with an offset, from 1990 to 2199.`,
});
export const amount = (description: string): Schema => ({
  type: 'number',
  minimum: 0,
  maximum: MOST_MONEY,
  description: `${description} Rounded to cents.`,
});
export const whole = (minimum: number, maximum: number, description: string): Schema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
});
export const status = (otherwise: string): Schema => ({
  type: 'string',
  enum: ORDER_STATUSES,
  description: `Status of the order from then on; absent: ${otherwise}.`,
});
