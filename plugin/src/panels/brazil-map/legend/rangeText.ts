import type { ColorClass } from '@contract';
import { MEASURE_STYLES, type Measure } from '../measures';

/** The values of a class, such as `R$ 15.7k – R$ 44.0k`; one value where all of them read the same. */
export function rangeText({ from, to }: ColorClass, measure: Measure): string {
  const { short } = MEASURE_STYLES[measure];
  const [low, high] = [short(from), short(to)];
  return low === high ? low : `${low} – ${high}`;
}
