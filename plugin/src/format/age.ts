import { perLocale } from '../language/perLocale';

const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' }));

const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** How long ago a moment (RFC 3339) was, in the largest unit that fits: `3 hr. ago`; text that is no moment stays. */
export function formatAge(moment: string, now: number, locale?: string): string {
  const ms = now - new Date(moment).getTime();
  if (Number.isNaN(ms)) return moment;
  const { unit, ms: size } = UNITS.find((one) => ms >= one.ms) ?? UNITS[2];
  return relative(locale).format(-Math.max(0, Math.floor(ms / size)), unit);
}
