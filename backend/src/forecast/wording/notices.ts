import { BACKTEST_HORIZONS, type Text } from '../../contract';
import type { BacktestScore } from '../forecast';
import type { SeriesTask } from '../single/task';

const SO_MANY: Text = {
  en: 'So many series at once are forecast by simple models alone: lower the limit for better ones.',
  'pt-BR': 'Tantas séries de uma vez são previstas só por modelos simples: reduza o limite para ter modelos melhores.',
};

const tooFarAhead = (horizonDays: number, days: number): Text => ({
  en: `The horizon of ${horizonDays} days is longer than the history of ${days} days: what lies so far ahead is a rough guess.`,
  'pt-BR': `O horizonte de ${horizonDays} dias é maior que o histórico de ${days} dias: algo tão distante é um palpite.`,
});

const neverJudged = (days: number): Text => ({
  en: `With ${days} days of history no forecast of the past could be judged: the bands are rough, and the model is a simple one.`,
  'pt-BR': `Com ${days} dias de histórico não foi possível avaliar previsões do passado: as faixas são grosseiras, e o modelo é simples.`,
});

const judgedInPart = (days: number, longest: number, wanted: number): Text => ({
  en:
    `The history of ${days} days is long enough to judge forecasts of ${longest} days ahead, not of ${wanted}; ` +
    'beyond that the bands are carried on.',
  'pt-BR':
    `O histórico de ${days} dias basta para avaliar previsões de ${longest} dias à frente, não de ${wanted}; ` +
    'depois disso as faixas apenas continuam.',
});

/** What a reader should know of a forecast besides its numbers. */
export function noticesOf({ daily, horizonDays, model, effort }: SeriesTask, scores: readonly BacktestScore[]): Text[] {
  const days = daily.values.length;
  const notices: Text[] = [];
  if (model === 'auto' && effort === 'cheap') notices.push(SO_MANY);
  if (horizonDays > days) notices.push(tooFarAhead(horizonDays, days));
  const judged = scores.filter(({ role }) => role === 'chosen').map((score) => score.horizonDays);
  if (judged.length === 0) return [...notices, neverJudged(days)];
  const longest = Math.max(...judged);
  const wanted = BACKTEST_HORIZONS.filter((horizon) => horizon <= horizonDays).at(-1) ?? longest;
  if (longest < wanted) notices.push(judgedInPart(days, longest, wanted));
  return notices;
}
