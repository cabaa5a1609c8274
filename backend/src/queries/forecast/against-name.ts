import type { ComparedWith, FieldConfig } from '../../contract';
import { share } from '../wording';
import { changeOf } from './compared';

/** Changes below this share are neither good news nor bad: a forecast is not that exact. */
const SLIGHT = 0.01;

const WORDS: Record<ComparedWith, (days: number) => string> = {
  period_before: (days) => `on the ${days} days before`,
  last_year: () => 'on last year',
  target: () => 'on the target',
};

/** How an expected sum differs from what it is compared with, as a field's name and colour: a stat panel shows both. */
export function againstName(
  expected: number,
  compared: number | null,
  against: ComparedWith,
  horizonDays: number,
): FieldConfig {
  const change = changeOf(expected, compared);
  if (change === null) return named('nothing to compare with', 'text');
  const words = `${change < 0 ? '▼' : '▲'} ${share(Math.abs(change))} ${WORDS[against](horizonDays)}`;
  if (Math.abs(change) < SLIGHT) return named(words, 'text');
  return named(words, change > 0 ? 'green' : 'red');
}

const named = (displayName: string, fixedColor: string): FieldConfig => ({
  displayName,
  color: { mode: 'fixed', fixedColor },
});
