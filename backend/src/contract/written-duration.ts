import type { InLanguages, Language } from './language';
import { DAY_MS } from './time-range';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const UNITS = [
  { name: 'minute', ms: MINUTE_MS, below: 120 },
  { name: 'hour', ms: HOUR_MS, below: 48 },
  { name: 'day', ms: DAY_MS, below: Number.POSITIVE_INFINITY },
] as const;

interface Words {
  /** For `Intl`. */
  locale: string;
  units: Record<(typeof UNITS)[number]['name'], readonly [one: string, many: string]>;
  moment: string;
  now: string;
  ago: (duration: string) => string;
}

const WORDS: InLanguages<Words> = {
  en: {
    locale: 'en-US',
    units: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'] },
    moment: 'less than a minute',
    now: 'just now',
    ago: (duration) => `${duration} ago`,
  },
  'pt-BR': {
    locale: 'pt-BR',
    units: { minute: ['minuto', 'minutos'], hour: ['hora', 'horas'], day: ['dia', 'dias'] },
    moment: 'menos de um minuto',
    now: 'agora mesmo',
    ago: (duration) => `há ${duration}`,
  },
};

/**
 * A length of time in whole minutes, hours or days, never in parts of one: `24 minutes`, `90 minutes`, `5 hours`, `3 days`.
 * The unit changes only where two of the next are reached, so that rounding hides at most a quarter.
 */
export function writtenDuration(ms: number, language: Language): string {
  return wholeUnits(ms, language) ?? WORDS[language].moment;
}

/** The same of a number of hours, such as a frame's field of the unit `h` holds. */
export function writtenHours(hours: number, language: Language): string {
  return writtenDuration(hours * HOUR_MS, language);
}

/** How long ago something was, as `writtenDuration` says it: `24 minutes ago`, `just now`; what is yet to come is just now. */
export function writtenAgo(ms: number, language: Language): string {
  const { ago, now } = WORDS[language];
  const duration = wholeUnits(ms, language);
  return duration === undefined ? now : ago(duration);
}

/** A count of days, which may be none: `0 days`, `1 day`, `3,008 days`. */
export function writtenDays(days: number, language: Language): string {
  const { locale, units } = WORDS[language];
  const whole = Math.round(days);
  return `${whole.toLocaleString(locale)} ${units.day[whole === 1 ? 0 : 1]}`;
}

/** Undefined: less than half a minute, which is no minute yet. */
function wholeUnits(ms: number, language: Language): string | undefined {
  const { locale, units } = WORDS[language];
  for (const { name, ms: size, below } of UNITS) {
    const amount = Math.round(ms / size);
    if (amount < 1) return undefined;
    if (amount < below) return `${amount.toLocaleString(locale)} ${units[name][amount === 1 ? 0 : 1]}`;
  }
  return undefined;
}
