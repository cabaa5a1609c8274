import type { InLanguages, Text } from '../../contract';
import type { BacktestScore } from '../forecast';

interface SentenceWords {
  tooShort: string;
  held(share: string): string;
  judged(days: number, held: string): string;
  off(days: number, error: string, held: string): string;
}

const WORDS: InLanguages<SentenceWords> = {
  en: {
    tooShort: 'The history is too short to say how far off forecasts were.',
    held: (share) => `the 80% band held what happened on ${share} of days`,
    judged: (days, held) => `Of forecasts of ${days} days ahead, ${held}.`,
    off: (days, error, held) => `Forecasts of ${days} days ahead were off by ${error} a day on average; ${held}.`,
  },
  'pt-BR': {
    tooShort: 'O histórico é curto demais para dizer quanto as previsões erraram.',
    held: (share) => `a faixa de 80% conteve o que aconteceu em ${share} dos dias`,
    judged: (days, held) => `Nas previsões de ${days} dias à frente, ${held}.`,
    off: (days, error, held) => `As previsões de ${days} dias à frente erraram ${error} por dia em média; ${held}.`,
  },
};

/**
 * How far off the chosen forecast was, in words, at the longest judged horizon that is not longer than the one asked (or
 * the shortest judged).
 */
export function errorSentence(scores: readonly BacktestScore[], horizonDays: number): Text {
  const chosen = scores.filter(({ role }) => role === 'chosen');
  const score = chosen.filter((one) => one.horizonDays <= horizonDays).at(-1) ?? chosen[0];
  return { en: sentenceIn(WORDS.en, score), 'pt-BR': sentenceIn(WORDS['pt-BR'], score) };
}

function sentenceIn(words: SentenceWords, score: BacktestScore | undefined): string {
  if (!score) return words.tooShort;
  const held = words.held(percent(score.coverage80 ?? 0));
  if (score.wape === undefined) return words.judged(score.horizonDays, held);
  return words.off(score.horizonDays, percent(score.wape), held);
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
