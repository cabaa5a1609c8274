import {
  addDays,
  DEFAULT_LANGUAGE,
  type FieldConfig,
  type InLanguages,
  type Language,
  type RiskMeasure,
} from '../../contract';
import { wordingIn } from '../wording';

/** Days that must lie between two days that are compared: a month's worth, so that a change means something. */
const APART = 27;

/** Changes below this share are said as "unchanged". */
const NOTHING = 0.0005;

/** Relative changes below this are neither good news nor bad: a shop's customers go up and down that much. */
const SLIGHT = 0.01;

/** Measures of which more is good news. */
const MORE_IS_GOOD: readonly RiskMeasure[] = ['customers', 'expected_returners', 'expected_revenue'];
const SHARES: readonly RiskMeasure[] = ['high_risk_share', 'mean_churn_probability'];

interface Words {
  incomparable: string;
  unchanged: string;
  points: string;
  since(day: string): string;
  /** The year at the end of a day in words. */
  year: RegExp;
}

const WORDS: InLanguages<Words> = {
  en: {
    incomparable: 'nothing to compare with',
    unchanged: 'unchanged',
    points: 'points',
    since: (day) => `since ${day}`,
    year: /, \d+$/,
  },
  'pt-BR': {
    incomparable: 'sem base de comparação',
    unchanged: 'estável',
    points: 'p.p.',
    since: (day) => `desde ${day}`,
    year: / de \d+$/,
  },
};

/**
 * How a measure has changed since the last month end that lies about a month back, as a field's name and colour; the
 * colour by whether it is good news, not by its sign.
 *
 * @param days ascending, the as-of day last, with the measure's value on each
 */
export function changeConfig(
  measure: RiskMeasure,
  days: readonly string[],
  values: readonly (number | null)[],
  language: Language = DEFAULT_LANGUAGE,
): FieldConfig {
  const [words, { decimal, longDay }] = [WORDS[language], wordingIn(language)];
  const asOf = days[days.length - 1] ?? '';
  const before = days.findLastIndex((day) => day <= addDays(asOf, -APART));
  const change = changeOf(measure, values[values.length - 1], values[before]);
  if (!Number.isFinite(change)) return named(words.incomparable, 'text');
  // The year goes without saying: the day lies a month or two back.
  const since = words.since(longDay(days[before] ?? '').replace(words.year, ''));
  if (Math.abs(change) < NOTHING) return named(`${words.unchanged} ${since}`, 'text');
  const amount = `${decimal(Math.abs(change) * 100, 1)}${SHARES.includes(measure) ? ` ${words.points}` : '%'}`;
  return named(`${change > 0 ? '▲' : '▼'} ${amount} ${since}`, colorOf(measure, change));
}

function colorOf(measure: RiskMeasure, change: number): string {
  if (!SHARES.includes(measure) && Math.abs(change) < SLIGHT) return 'text';
  return change > 0 === MORE_IS_GOOD.includes(measure) ? 'green' : 'red';
}

type Known = number | null | undefined;

/** Of shares the difference, else the relative change; not finite where there is nothing to compare with. */
function changeOf(measure: RiskMeasure, now: Known, then: Known): number {
  const difference = (now ?? Number.NaN) - (then ?? Number.NaN);
  return SHARES.includes(measure) ? difference : difference / (then ?? Number.NaN);
}

const named = (displayName: string, fixedColor: string): FieldConfig => ({
  displayName,
  color: { mode: 'fixed', fixedColor },
});
