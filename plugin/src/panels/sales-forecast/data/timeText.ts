import type { Grain } from './model';

const FORMATS: Record<Grain, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/** What a bucket is called, e.g. `Wed, Aug 29, 2018`, `Week of Aug 27, 2018`, `August 2018`, in the reader's language. */
export function bucketText(time: number, grain: Grain, language?: string): string {
  const text = new Intl.DateTimeFormat(language, { ...FORMATS[grain], timeZone: 'UTC' }).format(time);
  return grain === 'week' ? `Week of ${text}` : text;
}
