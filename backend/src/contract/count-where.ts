/**
 * How many values from the start satisfy a condition that holds up to some value and for none after it; looks at a few of
 * them only.
 */
export function countWhere<Value>(sorted: ArrayLike<Value>, holds: (value: Value) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
