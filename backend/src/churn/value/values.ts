import type { FeatureMatrix } from '../features/matrix';
import { HIGHEST_ORDER_VALUE, type ValueModel } from './value-model';

/**
 * Revenue within the horizon should the customer come back, of each row: never negative, always finite. A customer
 * whose past is unknown or impossible counts as the average one.
 *
 * @throws RangeError when the matrix lacks the column frequency or monetary
 */
export function valuesIfReturning(
  model: ValueModel,
  matrix: Pick<FeatureMatrix, 'names' | 'columns' | 'length'>,
): Float64Array {
  const frequency = columnOf(matrix, 'frequency');
  const monetary = columnOf(matrix, 'monetary');
  return Float64Array.from({ length: matrix.length }, (_, row) =>
    valueIfReturning(model, frequency[row]!, monetary[row]!),
  );
}

/** The same for one customer, who bought on `frequency` days and paid `monetary` for all of it. */
export function valueIfReturning(model: ValueModel, frequency: number, monetary: number): number {
  const { meanOrderValue, weightOfMean, ordersPerReturn } = model;
  const known = frequency >= 1 && monetary >= 0 && frequency < Infinity;
  if (!known) return Math.min(HIGHEST_ORDER_VALUE, meanOrderValue) * ordersPerReturn;
  const own = Math.min(HIGHEST_ORDER_VALUE, monetary / frequency);
  const orderValue = (weightOfMean * meanOrderValue + frequency * own) / (weightOfMean + frequency);
  return Math.min(HIGHEST_ORDER_VALUE, orderValue) * ordersPerReturn;
}

/** Revenue to expect within the horizon, given the churn probability and the value if the customer returns. */
export function expectedRevenue(churnProbability: number, value: number): number {
  return (1 - churnProbability) * value;
}

/** Revenue that is lost if the customer stays away, weighted with the probability of that. */
export function revenueAtRisk(churnProbability: number, value: number): number {
  return churnProbability * value;
}

function columnOf({ names, columns }: Pick<FeatureMatrix, 'names' | 'columns'>, name: string): Float64Array {
  const column = columns[names.indexOf(name)];
  if (!column) throw new RangeError(`The features lack "${name}", from which the value of a customer follows.`);
  return column;
}
