import type { BinnedRows } from './binned-rows';
import { ROW_MASK } from './bootstrap';

/**
 * Moves the drawn rows from `from` up to `to` whose bin of `feature` is at most `threshold` to the front and returns
 * where the others begin. Both sides keep their order, so that a node's rows stay in the order in which they lie in
 * memory.
 *
 * @param spare room for as many rows
 */
export function partition(
  drawn: Int32Array,
  from: number,
  to: number,
  { bytes, width }: BinnedRows,
  { feature, threshold }: { feature: number; threshold: number },
  spare: Int32Array,
): number {
  let front = from;
  let back = 0;
  for (let i = from; i < to; i++) {
    const entry = drawn[i]!;
    // Both places are written and one of them counts: a branch would be guessed wrong half of the time.
    const right = (threshold - bytes[(entry & ROW_MASK) * width + feature]!) >>> 31;
    drawn[front] = entry;
    spare[back] = entry;
    front += 1 - right;
    back += right;
  }
  drawn.set(spare.subarray(0, back), front);
  return front;
}
