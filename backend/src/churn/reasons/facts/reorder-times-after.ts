import type { ReorderTimes } from '../reorder-times';
import type { ReasonContext } from './fact';

/** Quartiles of fewer returns than that say little. */
const FEWEST_RETURNS = 20;

/** How soon others ordered again after as many orders; undefined where too few did to say. */
export function reorderTimesAfter(frequency: number, { reorderTimes }: ReasonContext): ReorderTimes | undefined {
  const number = Math.min(3, Math.max(1, Math.round(frequency)));
  const times = reorderTimes?.find((one) => one.number === number);
  return times && times.cameBack >= FEWEST_RETURNS && Number.isFinite(times.median) ? times : undefined;
}
