import { BACKTEST_HORIZONS } from '../../contract';
import type { BacktestScore } from '../forecast';
import type { SeriesTask } from '../single/task';

/** What a reader should know of a forecast besides its numbers. */
export function noticesOf(
  { daily, horizonDays, model, effort }: SeriesTask,
  scores: readonly BacktestScore[],
): string[] {
  const days = daily.values.length;
  const notices: string[] = [];
  if (model === 'auto' && effort === 'cheap') {
    notices.push('So many series at once are forecast by simple models alone: lower the limit for better ones.');
  }
  const judged = scores.filter(({ role }) => role === 'chosen').map((score) => score.horizonDays);
  if (horizonDays > days) {
    notices.push(
      `The horizon of ${horizonDays} days is longer than the history of ${days} days: what lies so far ahead is a rough guess.`,
    );
  }
  if (judged.length === 0) {
    notices.push(
      `With ${days} days of history no forecast of the past could be judged: the bands are rough, and the model is a simple one.`,
    );
  } else {
    const longest = Math.max(...judged);
    const wanted = BACKTEST_HORIZONS.filter((horizon) => horizon <= horizonDays).at(-1) ?? longest;
    if (longest < wanted) {
      notices.push(
        `The history of ${days} days is long enough to judge forecasts of ${longest} days ahead, not of ${wanted}; ` +
          'beyond that the bands are carried on.',
      );
    }
  }
  return notices;
}
