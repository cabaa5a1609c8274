import { createHash } from 'node:crypto';

/** Another text here would draw another tenth: it is never changed. */
const DRAW = 'churnwatch hold-out 1';

/**
 * Whether a customer is left alone, so that those who were acted on can be compared with some who were not. The same
 * customer always is or is not, whatever else changes: drawn by a hash of the id, so that no trait of the customer
 * decides.
 *
 * @param share of the customers who are left alone, 0 to 1
 */
export function isHeldOut(customerId: string, share: number): boolean {
  const drawn = createHash('sha256').update(`${DRAW}\n${customerId}`).digest().readUInt32BE(0);
  return drawn / 2 ** 32 < share;
}
