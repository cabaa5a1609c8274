import { DEFAULT_LANGUAGE, type InLanguages, type Language } from '../../contract';
import { wordingIn } from '../wording';

/** People grasp "12 of 1,000"; more than this says nothing. */
const CROWDS = [100, 1_000, 10_000];

type Sentence = (own: string, crowd: string, horizonDays: string, average: string) => string;

const SENTENCES: InLanguages<Sentence> = {
  en: (own, crowd, horizonDays, average) =>
    `${own} of ${crowd} customers like this one are expected to buy again within ${horizonDays} days; ` +
    `the average is ${average}.`,
  'pt-BR': (own, crowd, horizonDays, average) =>
    `De ${crowd} clientes como este, espera-se que ${own} comprem de novo em até ${horizonDays} dias; ` +
    `a média é ${average}.`,
};

/**
 * A churn probability beside the average's in whole people: "12 of 1,000 customers like this one are expected to buy
 * again within 180 days; the average is 11." The crowd is the smallest in which both have two digits.
 */
export function oddsSentence(
  churnProbability: number,
  baseRate: number,
  horizonDays: number,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const { count } = wordingIn(language);
  const [own, average] = [1 - churnProbability, 1 - baseRate];
  const crowd = CROWDS.find((size) => Math.min(own, average) * size >= 9.5) ?? CROWDS[CROWDS.length - 1] ?? 1;
  return SENTENCES[language](count(own * crowd), count(crowd), count(horizonDays), count(average * crowd));
}
