import { DAY_MS } from '@contract';
import type { Domain } from './scales';

export interface TimeTick {
  time: number;
  text: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const DAY_STEPS = [1, 2, 7, 14];
const PX_PER_LABEL = 62;
const MONTH_DAYS = 30.44;

/** Days or months at an axis of time, as many as can be written side by side over `width` pixels, in the reader's language. */
export function timeTicks(domain: Domain, width: number, language?: string): TimeTick[] {
  const days = (domain.to - domain.from) / DAY_MS;
  const room = Math.max(1, Math.floor(width / PX_PER_LABEL));
  const dayStep = DAY_STEPS.find((step) => days / step <= room);
  if (dayStep !== undefined) return dayTicks(domain, dayStep, language);
  const step = MONTH_STEPS.find((months) => days / MONTH_DAYS / months <= room) ?? 120;
  return monthTicks(domain, step, language);
}

function dayTicks({ from, to }: Domain, step: number, language?: string): TimeTick[] {
  const write = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const first = Math.ceil(from / DAY_MS);
  const count = Math.max(0, Math.floor((to / DAY_MS - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => (first + index * step) * DAY_MS).map((time) => ({
    time,
    text: write.format(time),
  }));
}

function monthTicks({ from, to }: Domain, step: number, language?: string): TimeTick[] {
  const format: Intl.DateTimeFormatOptions =
    step % 12 === 0 ? { year: 'numeric' } : { month: 'short', year: 'numeric' };
  const write = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
  const start = new Date(from);
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(months / step) * step; ; month += step) {
    const time = momentOf(month);
    if (time > to) return ticks;
    if (time >= from) ticks.push({ time, text: write.format(time) });
  }
}

/** The first moment of a month, counted from the year 0. */
function momentOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}
