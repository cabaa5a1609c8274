import { addDays, DAY_MS, startOf } from '../../contract';
import type { DailySeries } from '../series';
import type { History } from './model';
import { median } from './usual-days';
import { yearlyEvents, type EventDays, type YearlyEvent } from './yearly-events';

/** An event is compared with so many days before it. */
const DAYS_BEFORE = 56;
/** An event seen once or twice says no more than this. */
const LEAST = 0.1;
const MOST = 10;

/** What would be sold on the days after a history if they were like any other. */
export type UsualPath = (history: History, horizonDays: number) => Float64Array;

/**
 * For each of the days after the history what it sells as a multiple of a usual day: on Black Friday, in its sale and in
 * the week of Christmas what those of past years sold, against what `usual` says of them from the days before; else 1.
 * So a model that looks at recent months alone, or takes outliers out, still knows of the year's greatest sale. Events
 * that no past year shows, and series that mostly sell nothing, are left at 1.
 *
 * @param learnt events that the model itself has learnt
 */
export function eventFactors(
  history: History,
  horizonDays: number,
  usual: UsualPath,
  learnt: ReadonlySet<string> = new Set(),
): Float64Array {
  const factors = new Float64Array(horizonDays).fill(1);
  const { country, series } = history;
  if (country === undefined) return factors;
  const origin = addDays(series.firstDay, series.values.length - 1);
  const ahead = yearlyEvents(country, addDays(origin, 1), addDays(origin, horizonDays));
  for (const kind of new Set(ahead.map((event) => event.kind))) {
    if (learnt.has(kind)) continue;
    const factor = factorOf(kind, history, country, origin, usual);
    for (const event of ahead) {
      if (event.kind !== kind) continue;
      const from = daysBetween(origin, event.first) - 1;
      factors.fill(factor, Math.max(0, from), Math.max(0, from + event.days));
    }
  }
  return factors;
}

/** The geometric mean of what past years showed, as ratios multiply. */
function factorOf(kind: YearlyEvent, history: History, country: string, origin: string, usual: UsualPath): number {
  const { series } = history;
  const seen = yearlyEvents(country, addDays(series.firstDay, DAYS_BEFORE), origin)
    .filter((event) => event.kind === kind && addDays(event.first, event.days - 1) <= origin)
    .map((event) => ratioOf(event, history, usual))
    .filter((ratio) => ratio !== undefined);
  if (seen.length === 0) return 1;
  return Math.exp(seen.reduce((sum, ratio) => sum + Math.log(ratio), 0) / seen.length);
}

/** What was sold on an event's days over what was usual; undefined where there was too little to tell. */
function ratioOf({ first, days }: EventDays, { series, country }: History, usual: UsualPath): number | undefined {
  const at = daysBetween(series.firstDay, first);
  if (at < DAYS_BEFORE || !(median(series.values.slice(at - DAYS_BEFORE, at)) > 0)) return undefined;
  const before: DailySeries = { firstDay: series.firstDay, values: series.values.subarray(0, at) };
  const expected = total(usual({ series: before, country }, days));
  if (!(expected > 0)) return undefined;
  return Math.min(MOST, Math.max(LEAST, total(series.values.subarray(at, at + days)) / expected));
}

const daysBetween = (from: string, to: string): number => (startOf(to) - startOf(from)) / DAY_MS;

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
