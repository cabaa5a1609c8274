import { ROW_MASK } from './bootstrap';

/**
 * Moves the rows from `from` up to `to` whose bin is at most `threshold` to the front and returns where the others
 * begin. Both sides keep their order, so that a node's rows stay in the order in which the columns lie in memory.
 *
 * @param spare room for as many rows
 */
export function partition(
  rows: Int32Array,
  from: number,
  to: number,
  column: Uint8Array,
  threshold: number,
  spare: Int32Array,
): number {
  let front = from;
  let back = 0;
  for (let i = from; i < to; i++) {
    const entry = rows[i]!;
    // Both places are written and one of them counts: a branch would be guessed wrong half of the time.
    const right = (threshold - column[entry & ROW_MASK]!) >>> 31;
    rows[front] = entry;
    spare[back] = entry;
    front += 1 - right;
    back += right;
  }
  rows.set(spare.subarray(0, back), front);
  return front;
}
