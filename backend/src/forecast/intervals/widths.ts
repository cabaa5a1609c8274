import { conformalWidth } from './conformal';
import { nonDecreasing } from './isotonic';
import type { Leads, PastErrors } from './past-errors';

/** Single days are judged together with their neighbours, a whole week, so that no weekday weighs more than another. */
const DAYS_TOGETHER = 7;
/** A lead is within reach when so many forecasts of the past have met their outcome there. */
const FEWEST_FORECASTS = 5;

/** How far off forecasts are, as a share of what they say; from what was known after some days of the series. */
export interface Widths {
  /** Half widths of the bands of single days, for leads 1 to `days`. */
  ofDays(level: number, days: number): Float64Array;
  /** Half width of the band of the sum over some days. */
  ofSum(level: number, leads: Leads): number;
}

/**
 * Half widths from past errors. They never shrink with the lead, and grow where the errors did. Farther than any past
 * forecast was judged they grow with the root of the lead, as those of a random walk do.
 *
 * @param known days of the series whose values may be used
 * @param fallback half width for a single day where no forecast was judged yet
 */
export function widthsFrom(errors: PastErrors, known: number, fallback: number): Widths {
  const reach = errors.reach(known, FEWEST_FORECASTS);
  const judged = (level: number, leads: Leads, sizes: number[]): number =>
    conformalWidth(Float64Array.from(sizes), level, errors.span(leads, known) / (leads.to - leads.from + 1)) ??
    fallback;
  const ofKnot = (level: number, leads: Leads): number => {
    const sizes: number[] = [];
    for (let lead = leads.from; lead <= leads.to; lead++) sizes.push(...errors.sizes({ from: lead, to: lead }, known));
    return conformalWidth(Float64Array.from(sizes), level, errors.span(leads, known)) ?? fallback;
  };
  return {
    ofDays: (level, days) => {
      const knots = knotsWithin(Math.min(days, Math.max(reach, 1)));
      const widths = nonDecreasing(knots.map((leads) => ofKnot(level, leads)));
      return interpolated(knots.map(middleOf), widths, days);
    },
    ofSum: (level, leads) => {
      const near = withinReach(leads, reach);
      const width = judged(level, near, errors.sizes(near, known));
      return width * Math.sqrt(Math.max(1, middleOf(leads) / middleOf(near)));
    },
  };
}

const middleOf = ({ from, to }: Leads): number => (from + to) / 2;

/** The weeks up to a lead; what is left over joins the last one. */
function knotsWithin(reach: number): Leads[] {
  const count = Math.max(1, Math.floor(reach / DAYS_TOGETHER));
  return Array.from({ length: count }, (_, i) => ({
    from: i * DAYS_TOGETHER + 1,
    to: i + 1 < count ? (i + 1) * DAYS_TOGETHER : Math.max(reach, 1),
  }));
}

/** As many days, moved nearer, or as many as there are. */
function withinReach({ from, to }: Leads, reach: number): Leads {
  const end = Math.max(1, Math.min(to, reach));
  return { from: Math.max(1, end - (to - from)), to: end };
}

/** A value for each lead: on the lines between the points, level before the first, by the root of the lead after the last. */
function interpolated(leads: readonly number[], widths: readonly number[], days: number): Float64Array {
  const all = new Float64Array(days);
  let knot = 0;
  for (let lead = 1; lead <= days; lead++) {
    while (knot < leads.length && leads[knot]! < lead) knot++;
    if (knot === 0) all[lead - 1] = widths[0]!;
    else if (knot === leads.length) all[lead - 1] = widths.at(-1)! * Math.sqrt(lead / leads.at(-1)!);
    else {
      const share = (lead - leads[knot - 1]!) / (leads[knot]! - leads[knot - 1]!);
      all[lead - 1] = widths[knot - 1]! + share * (widths[knot]! - widths[knot - 1]!);
    }
  }
  return all;
}
