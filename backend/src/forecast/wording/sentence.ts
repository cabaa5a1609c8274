import type { BacktestScore } from '../forecast';

/**
 * How far off the chosen forecast was, in words, at the longest judged horizon that is not longer than the one asked (or
 * the shortest judged).
 */
export function errorSentence(scores: readonly BacktestScore[], horizonDays: number): string {
  const chosen = scores.filter(({ role }) => role === 'chosen');
  const score = chosen.filter((one) => one.horizonDays <= horizonDays).at(-1) ?? chosen[0];
  if (!score) return 'The history is too short to say how far off forecasts were.';
  const held = `the 80 % band held what happened on ${percent(score.coverage80 ?? 0)} of days`;
  if (score.wape === undefined) return `Of forecasts of ${score.horizonDays} days ahead, ${held}.`;
  return `Forecasts of ${score.horizonDays} days ahead were off by ${percent(score.wape)} a day on average; ${held}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
