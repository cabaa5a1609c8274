/**
 * What a customer who returns is worth within the horizon: (weightOfMean × meanOrderValue + paid so far) /
 * (weightOfMean + orders so far) × ordersPerReturn. Plain data, saved with the churn model.
 */
export interface ValueModel {
  version: 1;
  /** How mean and weight were found. */
  method: 'gamma-gamma' | 'shrunk-mean';
  /** What an order of the average customer is worth. */
  meanOrderValue: number;
  /** The mean counts as much as so many orders of the customer's own. */
  weightOfMean: number;
  /** Days with a purchase within the horizon, of a customer who returns: 1 or more. */
  ordersPerReturn: number;
  /** Customers with two purchases or more that it was fitted to. */
  repeatCustomers: number;
}

/** A value model that cannot be read; the message names the key and what may stand there. */
export class ValueModelError extends Error {
  override readonly name = 'ValueModelError';
}

/** No order is worth more: absurd inputs must not make absurd sums, nor a model that cannot be read again. */
export const HIGHEST_ORDER_VALUE = 1e9;

const NUMBERS = {
  meanOrderValue: [0, HIGHEST_ORDER_VALUE],
  weightOfMean: [0, 1e9],
  ordersPerReturn: [1, 1e4],
  repeatCustomers: [0, 1e12],
} as const satisfies Partial<Record<keyof ValueModel, readonly [number, number]>>;

/**
 * The value model in parsed JSON, checked.
 *
 * @throws ValueModelError
 */
export function readValueModel(json: unknown): ValueModel {
  if (typeof json !== 'object' || json === null)
    throw new ValueModelError('The value model is not an object: train the model again.');
  const given: Record<string, unknown> = { ...json };
  if (given.version !== 1)
    throw new ValueModelError(
      `The value model has version ${JSON.stringify(given.version)}, but this program reads version 1: train it again.`,
    );
  if (given.method !== 'gamma-gamma' && given.method !== 'shrunk-mean')
    throw new ValueModelError('The value model\'s "method" must be gamma-gamma or shrunk-mean: train the model again.');
  return {
    version: 1,
    method: given.method,
    meanOrderValue: numberOf(given, 'meanOrderValue'),
    weightOfMean: numberOf(given, 'weightOfMean'),
    ordersPerReturn: numberOf(given, 'ordersPerReturn'),
    repeatCustomers: numberOf(given, 'repeatCustomers'),
  };
}

function numberOf(given: Readonly<Record<string, unknown>>, key: keyof typeof NUMBERS): number {
  const value = given[key];
  const [least, most] = NUMBERS[key];
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw new ValueModelError(
    `The value model's "${key}" must be a number from ${least} to ${most}, not ${JSON.stringify(value)}: ` +
      'train the model again.',
  );
}
