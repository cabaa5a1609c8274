import type { BinnedRows } from './binned-rows';
import type { HistogramPlan } from './newton';
import type { Slopes } from './slopes';

/** Features that are counted in one pass over a block of rows. */
const AT_ONCE = 6;
/** Few enough rows to be in the processor's first cache at the next pass. */
const BLOCK = 1024;

/** The histogram of the drawn rows from `from` up to `to`: their slopes summed up by feature and bin. */
export function countSlopes(
  plan: HistogramPlan,
  rows: BinnedRows,
  drawn: Int32Array,
  from: number,
  to: number,
  slopes: Slopes,
): Float64Array {
  const histogram = new Float64Array(plan.size);
  for (let start = from; start < to; start += BLOCK) {
    const block = drawn.subarray(start, Math.min(to, start + BLOCK));
    for (let slot = 0; slot < plan.features.length; slot += AT_ONCE) {
      countSix(histogram, slot, plan, rows, block, slopes);
    }
  }
  return histogram;
}

/** Six features of a row before the next row, written out, for the reasons that the count of classes has. */
function countSix(
  histogram: Float64Array,
  slot: number,
  { features, starts, size, used }: HistogramPlan,
  { bytes, width }: BinnedRows,
  drawn: Int32Array,
  { gradient, counted }: Slopes,
): void {
  // After the last feature the first one is counted once more, where nobody looks.
  const spare = size - used[0]! * 2;
  const feature = (i: number): number => features[slot + i] ?? features[0]!;
  const start = (i: number): number => starts[slot + i] ?? spare;
  const [featureA, featureB, featureC] = [feature(0), feature(1), feature(2)];
  const [featureD, featureE, featureF] = [feature(3), feature(4), feature(5)];
  const [startA, startB, startC, startD, startE, startF] = [start(0), start(1), start(2), start(3), start(4), start(5)];
  for (let i = 0; i < drawn.length; i++) {
    const number = drawn[i]!;
    const slope = gradient[number]!;
    const second = counted[number]!;
    const row = number * width;
    const a = startA + (bytes[row + featureA]! << 1);
    const b = startB + (bytes[row + featureB]! << 1);
    const c = startC + (bytes[row + featureC]! << 1);
    const d = startD + (bytes[row + featureD]! << 1);
    const e = startE + (bytes[row + featureE]! << 1);
    const f = startF + (bytes[row + featureF]! << 1);
    histogram[a]! += slope;
    histogram[a + 1]! += second;
    histogram[b]! += slope;
    histogram[b + 1]! += second;
    histogram[c]! += slope;
    histogram[c + 1]! += second;
    histogram[d]! += slope;
    histogram[d + 1]! += second;
    histogram[e]! += slope;
    histogram[e + 1]! += second;
    histogram[f]! += slope;
    histogram[f + 1]! += second;
  }
}
