import { DAY_MS } from '@contract';
import type { Domain } from './scales';
import { currentLocale } from '../../../language/current';

export interface TimeTick {
  time: number;
  text: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const DAY_STEPS = [1, 2, 7, 14];
const PX_PER_DAY = 56;
const PX_PER_MONTH = 36;
const MONTH_DAYS = 30.44;

/** Days or months at an axis of time, as many as can be written side by side over `width` pixels, in the reader's language. */
export function timeTicks(domain: Domain, width: number, language?: string): TimeTick[] {
  const days = (domain.to - domain.from) / DAY_MS;
  const dayStep = DAY_STEPS.find((step) => days / step <= width / PX_PER_DAY);
  if (dayStep !== undefined) return dayTicks(domain, dayStep, language);
  const step = MONTH_STEPS.find((months) => days / MONTH_DAYS / months <= width / PX_PER_MONTH) ?? 120;
  return monthTicks(domain, step, language);
}

function dayTicks({ from, to }: Domain, step: number, language?: string): TimeTick[] {
  const write = new Intl.DateTimeFormat(language ?? currentLocale(), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const first = Math.ceil(from / DAY_MS);
  const count = Math.max(0, Math.floor((to / DAY_MS - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => (first + index * step) * DAY_MS).map((time) => ({
    time,
    text: write.format(time),
  }));
}

/** January is written as its year, other months by their names; without a January, the first month with its year. */
function monthTicks({ from, to }: Domain, step: number, language?: string): TimeTick[] {
  const start = new Date(from);
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const count = Math.ceil((to - from) / DAY_MS / MONTH_DAYS / step) + 2;
  const months = Array.from({ length: count }, (_, index) => first + index * step).filter(
    (month) => momentOf(month) >= from && momentOf(month) <= to,
  );
  const hasYear = months.some((month) => month % 12 === 0);
  return months.map((month, index) => {
    const format = month % 12 === 0 ? YEAR : { ...MONTH, ...(index === 0 && !hasYear ? YEAR : {}) };
    const time = momentOf(month);
    return {
      time,
      text: new Intl.DateTimeFormat(language ?? currentLocale(), { ...format, timeZone: 'UTC' }).format(time),
    };
  });
}

const MONTH: Intl.DateTimeFormatOptions = { month: 'short' };
const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };

/** The first moment of a month, counted from the year 0. */
function momentOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}
