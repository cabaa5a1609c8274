import { DEFAULT_LANGUAGE, type ComparedWith, type FieldConfig, type InLanguages, type Language } from '../../contract';
import { share } from '../wording';
import { changeOf } from './compared';

/** Changes below this share are neither good news nor bad: a forecast is not that exact. */
const SLIGHT = 0.01;

type AgainstWords = Record<ComparedWith, (days: number) => string> & { nothing: string };

const WORDS: InLanguages<AgainstWords> = {
  en: {
    period_before: (days) => `on the ${days} days before`,
    last_year: () => 'on last year',
    target: () => 'on the target',
    nothing: 'nothing to compare with',
  },
  'pt-BR': {
    period_before: (days) => `sobre os ${days} dias anteriores`,
    last_year: () => 'sobre o ano passado',
    target: () => 'sobre a meta',
    nothing: 'nada com que comparar',
  },
};

/** How an expected sum differs from what it is compared with, as a field's name and colour: a stat panel shows both. */
export function againstName(
  expected: number,
  compared: number | null,
  against: ComparedWith,
  horizonDays: number,
  language: Language = DEFAULT_LANGUAGE,
): FieldConfig {
  const change = changeOf(expected, compared);
  if (change === null) return named(WORDS[language].nothing, 'text');
  const words = `${change < 0 ? '▼' : '▲'} ${share(Math.abs(change), language)} ${WORDS[language][against](horizonDays)}`;
  if (Math.abs(change) < SLIGHT) return named(words, 'text');
  return named(words, change > 0 ? 'green' : 'red');
}

const named = (displayName: string, fixedColor: string): FieldConfig => ({
  displayName,
  color: { mode: 'fixed', fixedColor },
});
