import { writtenDays, type Text } from '../../contract';
import { scoresOf } from '../backtest/score';
import { candidateWidths } from '../backtest/study';
import { dayNumber } from '../buckets/calendar';
import { futureBuckets } from '../buckets/split';
import { nameOf } from '../checks/request';
import type { Candidate } from '../choice/candidates';
import { candidatePath, choose } from '../choice/choose';
import { modelOf } from '../choice/costs';
import { ForecastError, type SeriesForecast } from '../forecast';
import { bucketPath, expectedSum } from '../intervals/bands';
import { yardstickAt } from '../intervals/yardstick';
import { labelOfModel } from '../models';
import { labelOfCandidate } from '../wording/label';
import { noticesOf } from '../wording/notices';
import { errorSentence } from '../wording/sentence';
import { flatForecast } from './flat';
import { makeStudy, type MadePath } from './make-study';
import { pastForecasts } from './past-forecasts';
import { isFlat, type SeriesTask } from './task';

/**
 * The forecast of one series, with everything that is told about it.
 *
 * @param made what the models that take long said, as `firstPaths` and `furtherPaths` ask
 * @param past as `pastOf` tells it
 * @throws ForecastError when the model asked for cannot forecast it
 */
export function forecastSeries(
  task: SeriesTask,
  made: readonly MadePath[],
  past: SeriesForecast['past'],
): SeriesForecast {
  const { name, daily, grain, horizonDays, level } = task;
  if (isFlat(daily.values)) return flatForecast(task);
  const days = daily.values.length;
  const study = makeStudy(task, made);
  const chosen = choose(daily.values, study.paths, study.candidates, study.origins.judged, days);
  if (!chosen) throw new ForecastError(unable(task));
  const forecast = {
    path: candidatePath(study.paths, chosen, days)!,
    widths: candidateWidths(study, chosen, days),
    yardstick: yardstickAt(daily.values, days),
    before: daily.values,
  };
  const buckets = futureBuckets(dayNumber(daily.firstDay) + days - 1, horizonDays, grain);
  const scores = scoresOf(study, chosen);
  return {
    name,
    future: bucketPath(forecast, buckets, level),
    past,
    sum: expectedSum(forecast, horizonDays, level),
    model: labelOfCandidate(chosen),
    sentence: errorSentence(scores, horizonDays),
    scores,
    pastForecasts: pastForecasts(study, task),
    notices: noticesOf(task, scores),
  };
}

function unable(task: SeriesTask): Text {
  const asked: Candidate = task.model === 'auto' ? [] : [task.model];
  const days = task.daily.values.length;
  const name = nameOf(task);
  const needs = asked.map((key) => ({ label: labelOfModel(key), least: modelOf(key).minDays }));
  const english = needs.map(({ label, least }) => `: ${label.en} needs at least ${least} days of history`).join('');
  const portuguese = needs
    .map(({ label, least }) => `: ${label['pt-BR']} precisa de pelo menos ${least} dias de histórico`)
    .join('');
  return {
    en: `${name.en} has ${writtenDays(days, 'en')} of history and cannot be forecast so${english}. Choose the automatic model.`,
    'pt-BR': `Com ${writtenDays(days, 'pt-BR')} de histórico, ${name['pt-BR']} não pode ser prevista assim${portuguese}. Escolha o modelo automático.`,
  };
}
