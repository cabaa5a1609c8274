import { probit } from 'simple-statistics';
import { conformalWidth } from './conformal';
import { nonDecreasing } from './isotonic';
import type { Leads, PastErrors } from './past-errors';

/** Single days are judged a week at a time, so that no weekday weighs more than another, */
const DAYS_TOGETHER = 7;
/** and the farther ahead, the fewer weeks are looked at: the first, second, fourth, seventh, eleventh... */
const WEEKS = Array.from({ length: 20 }, (_, i) => (i * (i + 1)) / 2);
/** A lead is within reach when so many forecasts of the past have met their outcome there, */
const FEWEST_FORECASTS = 5;
/** and when it is at most this share of the history: longer ones were judged too few times that did not overlap. */
const LARGEST_SHARE = 0.2;
const LARGEST_SUM_SHARE = 0.15;
/** Sums over some days are judged with so many equally long ones on either side. */
const MOST_NEIGHBOURS = 2;
/** Half width where too few forecasts were judged yet: errors are taken for normal, the unit for their deviation. */
const unjudged = (level: number): number => probit((1 + level) / 2);

/** How far off forecasts are, in units of their yardstick; from what was known after some days of the series. */
export interface Widths {
  /** Half widths of the bands of single days, for leads 1 to `days`. */
  ofDays(level: number, days: number): Float64Array;
  /** Half width of the band of the sum over some days: at most as wide as if all days erred alike. */
  ofSum(level: number, leads: Leads): number;
}

/**
 * Half widths from past errors. They never shrink with the lead, and grow where the errors did. Farther than past
 * forecasts were judged they grow with the root of the lead, as those of a random walk do.
 *
 * @param known days of the series whose values may be used
 */
export function widthsFrom(errors: PastErrors, known: number): Widths {
  const { outliers } = errors;
  const judged = errors.reach(known, FEWEST_FORECASTS);
  const reach = Math.max(1, Math.min(judged, Math.floor(LARGEST_SHARE * known)));
  const weekly = (level: number, leads: Leads): number =>
    conformalWidth(errors.ofDays(leads), known, level, errors.span(leads, known), outliers) ?? unjudged(level);
  const ofDays = (level: number, days: number): Float64Array => {
    const weeks = weeksWithin(reach).filter((leads, i) => i === 0 || leads.from <= days);
    const widths = nonDecreasing(weeks.map((leads) => weekly(level, leads)));
    return interpolated(weeks.map(middleOf), widths, days);
  };
  return {
    ofDays,
    ofSum: (level, leads) => {
      const near = nearer(leads, reach, Math.max(1, Math.min(judged, Math.floor(LARGEST_SUM_SHARE * known))));
      const worth = errors.span(near, known) / lengthOf(near);
      const width =
        conformalWidth(errors.ofSums(neighbours(near, reach)), known, level, worth, outliers) ?? unjudged(level);
      const farther = width * Math.sqrt(Math.max(1, middleOf(leads) / middleOf(near)));
      return Math.min(farther, meanOf(ofDays(level, leads.to).subarray(leads.from - 1)));
    },
  };
}

const middleOf = ({ from, to }: Leads): number => (from + to) / 2;
const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const lengthOf = ({ from, to }: Leads): number => to - from + 1;

/** The weeks looked at up to a lead, or the days up to it where it is not even one. */
function weeksWithin(reach: number): Leads[] {
  if (reach < DAYS_TOGETHER) return [{ from: 1, to: reach }];
  return WEEKS.map((week) => ({ from: week * DAYS_TOGETHER + 1, to: (week + 1) * DAYS_TOGETHER })).filter(
    ({ to }) => to <= reach,
  );
}

/**
 * The leads and as many equally long ones before as after them, so that the width of a week does not hang on the few
 * forecasts that were judged in just that week. A sum that begins with the first day stands alone.
 */
function neighbours({ from, to }: Leads, reach: number): Leads[] {
  const length = to - from + 1;
  const each = Math.max(
    0,
    Math.min(MOST_NEIGHBOURS, Math.floor((from - 1) / length), Math.floor((reach - to) / length)),
  );
  return Array.from({ length: 2 * each + 1 }, (_, i) => {
    const shift = (i - each) * length;
    return { from: from + shift, to: to + shift };
  });
}

/** As many days, at most `longest`, moved so near that the last of them is within reach. */
function nearer(leads: Leads, reach: number, longest: number): Leads {
  const length = Math.min(lengthOf(leads), longest);
  const to = Math.max(length, Math.min(leads.from + length - 1, reach));
  return { from: to - length + 1, to };
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
