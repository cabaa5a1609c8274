import { FeatureValueError } from '../scoring/scored';
import type { Changes, FeatureValues } from './with-changes';
import { lastAboveAll, onlyOrder } from './wording';

/** What decides the value of an average order. */
const DECISIVE = ['monetary', 'frequency', 'same_day_orders', 'last_order_value'];

/**
 * Brings what orders are worth into line with what was spent on how many: the average, and the last one where it is the
 * only one. Of a single order, its value and the total are the same.
 *
 * @throws FeatureValueError where the last order is set to be worth more than all, or other than the only one
 */
export function alignMoney(values: FeatureValues, start: ReadonlyMap<string, number>, changes: Changes): void {
  if (DECISIVE.every((key) => changes[key] === undefined)) return;
  const orders = (values.get('frequency') ?? 1) + (values.get('same_day_orders') ?? 0);
  const last = changes.last_order_value;
  if (last !== undefined) checkLast(values, changes, last, orders);
  const monetary = values.get('monetary') ?? Number.NaN;
  values.set('order_value', monetary / orders);
  if (last !== undefined) return;
  const before = start.get('last_order_value');
  const single = before === undefined || Number.isNaN(before) || orders === 1;
  values.set('last_order_value', single ? monetary / orders : Math.min(before, monetary));
}

/** Lets the total follow the last order where it was not set itself. */
function checkLast(values: FeatureValues, changes: Changes, last: number, orders: number): void {
  const monetary = values.get('monetary') ?? Number.NaN;
  const fits = orders === 1 ? last === monetary : last <= monetary;
  if (fits) return;
  if (changes.monetary === undefined) {
    values.set('monetary', last);
    return;
  }
  throw new FeatureValueError(orders === 1 ? onlyOrder(last, monetary) : lastAboveAll(last, monetary));
}
