import type { InLanguages } from '../../contract';
import { wordingIn, type Wording } from '../wording';

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

/** The sentences about the service itself; times that have passed are in ms. */
export interface OperationsWords {
  loaded(passed: number, read: number, refused: number, lastDay: string): string;
  noModel: string;
  model(passed: number, failed: number, checks: number): string;
  noQueries(minutes: number): string;
  queries(queries: number, failed: number, minutes: number, p95Seconds: number): string;
}

type Step = 'minute' | 'hour' | 'day';

/** How long ago in whole steps; undefined: less than a minute. */
function stepsOf(passed: number): { amount: number; step: Step } | undefined {
  const minutes = Math.floor(passed / 60_000);
  if (minutes < 1) return undefined;
  if (minutes < 60) return { amount: minutes, step: 'minute' };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { amount: hours, step: 'hour' } : { amount: Math.floor(hours / 24), step: 'day' };
}

function agoIn(
  wording: Wording,
  passed: number,
  words: Record<Step, string>,
  text: (past: string) => string,
  now: string,
) {
  const steps = stepsOf(passed);
  if (!steps) return now;
  return text(`${wording.count(steps.amount)} ${words[steps.step]}${steps.amount === 1 ? '' : 's'}`);
}

const ago = (passed: number): string =>
  agoIn(en, passed, { minute: 'minute', hour: 'hour', day: 'day' }, (past) => `${past} ago`, 'just now');

const since = (passed: number): string =>
  agoIn(pt, passed, { minute: 'minuto', hour: 'hora', day: 'dia' }, (past) => `há ${past}`, 'agora mesmo');

const timeText = (wording: Wording, seconds: number): string =>
  seconds < 1 ? `${Math.max(1, Math.round(seconds * 1_000))} ms` : `${wording.decimal(seconds, 1)} s`;

export const OPERATIONS_WORDS: InLanguages<OperationsWords> = {
  en: {
    loaded: (passed, read, refused, lastDay) =>
      `The files were loaded ${ago(passed)}, ` +
      (refused === 0
        ? `all ${en.count(read)} rows were taken`
        : `${en.count(refused)} of ${en.count(read)} rows ${refused === 1 ? 'was' : 'were'} refused: see the load report`) +
      `; the last day of regular trade is ${en.longDay(lastDay)}.`,
    noModel: 'No churn model serves.',
    model: (passed, failed, checks) =>
      `The churn model, trained ${ago(passed)}, ` +
      `${failed === 0 ? 'passes its checks' : `fails ${failed} of its ${checks} checks`}.`,
    noQueries: (minutes) => `Nothing was asked in the last ${minutes} minutes.`,
    queries: (queries, failed, minutes, p95Seconds) =>
      `Of ${en.count(queries)} ${queries === 1 ? 'query' : 'queries'} in the last ${minutes} minutes ` +
      `${failed === 0 ? 'none failed' : `${en.count(failed)} (${en.share(failed / queries)}) failed`}; ` +
      `95 of 100 took at most ${timeText(en, p95Seconds)}.`,
  },
  'pt-BR': {
    loaded: (passed, read, refused, lastDay) =>
      `Os arquivos foram carregados ${since(passed)}, ` +
      (refused === 0
        ? `todas as ${pt.count(read)} linhas foram aceitas`
        : `${pt.count(refused)} de ${pt.count(read)} linhas ${refused === 1 ? 'foi recusada' : 'foram recusadas'}: veja o relatório de carga`) +
      `; o último dia de comércio regular é ${pt.longDay(lastDay)}.`,
    noModel: 'Nenhum modelo de churn está em uso.',
    model: (passed, failed, checks) =>
      `O modelo de churn, treinado ${since(passed)}, ` +
      `${failed === 0 ? 'passa em suas verificações' : `falha em ${failed} de suas ${checks} verificações`}.`,
    noQueries: (minutes) => `Nada foi consultado nos últimos ${minutes} minutos.`,
    queries: (queries, failed, minutes, p95Seconds) =>
      `De ${pt.count(queries)} ${queries === 1 ? 'consulta' : 'consultas'} nos últimos ${minutes} minutos, ` +
      `${failed === 0 ? 'nenhuma falhou' : `${pt.count(failed)} (${pt.share(failed / queries)}) falharam`}; ` +
      `95 de 100 levaram no máximo ${timeText(pt, p95Seconds)}.`,
  },
};
