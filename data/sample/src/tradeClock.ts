import type { Period } from './period';
import { seasonOf } from './season';

/** From six days before the end of regular trade to the day after it: orders drain away. */
const DRAIN = [0.7, 0.57, 0.42, 0.37, 0.36, 0.26, 0.2, 0.02];
/** New customers still trickle in on the day after the end of regular trade. */
const TRICKLE_DAYS = 1;

/** How much of its usual trade a day still has: 1 in regular trade, falling in its last week, 0 outside. */
export function drainOf(day: number, period: Period): number {
  if (day < period.regularFirstDay || day > period.regularLastDay + TRICKLE_DAYS) return 0;
  const inDrain = day - (period.regularLastDay - (DRAIN.length - 1 - TRICKLE_DAYS));
  return inDrain < 0 ? 1 : (DRAIN[inDrain] ?? 0);
}

/**
 * A clock that runs fast on busy days, slowly on quiet ones, and stands still outside of regular trade; on average over
 * regular trade it runs at one day a day. People who come back do so at random times on this clock, so their orders
 * have the seasons of everybody's.
 */
export class TradeClock {
  /** Reading at the beginning of each day from the period's first to its last, and at the end of the last. */
  private readonly readings: Float64Array;

  constructor(private readonly period: Period) {
    const days = period.lastDay - period.firstDay + 1;
    this.readings = new Float64Array(days + 1);
    let season = 0;
    for (let day = period.regularFirstDay; day <= period.regularLastDay; day += 1) season += seasonOf(day);
    const mean = season / (period.regularLastDay - period.regularFirstDay + 1);
    let reading = 0;
    for (let index = 0; index < days; index += 1) {
      const day = period.firstDay + index;
      const drain = day > period.regularLastDay ? 0 : drainOf(day, period);
      reading += drain === 0 ? 0 : (drain * seasonOf(day)) / mean;
      this.readings[index + 1] = reading;
    }
  }

  /** Reading at the end of a day; days outside of the period count as its ends. */
  endOf(day: number): number {
    const index = Math.min(this.readings.length - 1, Math.max(0, day - this.period.firstDay + 1));
    return this.readings[index] ?? 0;
  }

  /** Reading at the very end. */
  get end(): number {
    return this.endOf(this.period.lastDay);
  }

  /** The day during which the clock comes to a reading, or `null` when it never does. */
  dayAt(reading: number): number | null {
    if (reading > this.end) return null;
    let low = 0;
    let high = this.readings.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.readings[middle] ?? 0) < reading) low = middle + 1;
      else high = middle;
    }
    return this.period.firstDay + Math.max(0, low - 1);
  }
}
