import { currentLocale } from '../../../language/current';
import { t } from '../../../language/t';
import type { Grain } from './model';

const FORMATS: Record<Grain, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/** What a bucket is called, e.g. `Wed, Aug 29, 2018`, `Week of Aug 27, 2018`, `August 2018`, in the reader's language. */
export function bucketText(time: number, grain: Grain, language?: string): string {
  const text = new Intl.DateTimeFormat(language ?? currentLocale(), { ...FORMATS[grain], timeZone: 'UTC' }).format(
    time,
  );
  return grain === 'week' ? t('forecast.weekOf', 'Week of {{day}}', { day: text }) : text;
}

/** The length of a bucket, as the head of a column. */
export function grainName(grain: Grain): string {
  return {
    day: t('forecast.grains.day', 'Day'),
    week: t('forecast.grains.week', 'Week'),
    month: t('forecast.grains.month', 'Month'),
  }[grain];
}

/** Several buckets, within a sentence. */
export function grains(grain: Grain): string {
  return {
    day: t('forecast.grains.days', 'days'),
    week: t('forecast.grains.weeks', 'weeks'),
    month: t('forecast.grains.months', 'months'),
  }[grain];
}
