import { writtenAgo, type InLanguages } from '../../contract';
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

const timeText = (wording: Wording, seconds: number): string =>
  seconds < 1 ? `${Math.max(1, Math.round(seconds * 1_000))} ms` : `${wording.decimal(seconds, 1)} s`;

export const OPERATIONS_WORDS: InLanguages<OperationsWords> = {
  en: {
    loaded: (passed, read, refused, lastDay) =>
      `The files were loaded ${writtenAgo(passed, 'en')}, ` +
      (refused === 0
        ? `all ${en.count(read)} rows were taken`
        : `${en.count(refused)} of ${en.count(read)} rows ${refused === 1 ? 'was' : 'were'} refused: see the load report`) +
      `; the last day of regular trade is ${en.longDay(lastDay)}.`,
    noModel: 'No churn model serves.',
    model: (passed, failed, checks) =>
      `The churn model, trained ${writtenAgo(passed, 'en')}, ` +
      `${failed === 0 ? 'passes its checks' : `fails ${failed} of its ${checks} checks`}.`,
    noQueries: (minutes) => `Nothing was asked in the last ${minutes} minutes.`,
    queries: (queries, failed, minutes, p95Seconds) =>
      `Of ${en.count(queries)} ${queries === 1 ? 'query' : 'queries'} in the last ${minutes} minutes ` +
      `${failed === 0 ? 'none failed' : `${en.count(failed)} (${en.share(failed / queries)}) failed`}; ` +
      `95 of 100 took at most ${timeText(en, p95Seconds)}.`,
  },
  'pt-BR': {
    loaded: (passed, read, refused, lastDay) =>
      `Os arquivos foram carregados ${writtenAgo(passed, 'pt-BR')}, ` +
      (refused === 0
        ? `todas as ${pt.count(read)} linhas foram aceitas`
        : `${pt.count(refused)} de ${pt.count(read)} linhas ${refused === 1 ? 'foi recusada' : 'foram recusadas'}: veja o relatório de carga`) +
      `; o último dia de comércio regular é ${pt.longDay(lastDay)}.`,
    noModel: 'Nenhum modelo de churn está em uso.',
    model: (passed, failed, checks) =>
      `O modelo de churn, treinado ${writtenAgo(passed, 'pt-BR')}, ` +
      `${failed === 0 ? 'passa em suas verificações' : `falha em ${failed} de suas ${checks} verificações`}.`,
    noQueries: (minutes) => `Nada foi consultado nos últimos ${minutes} minutos.`,
    queries: (queries, failed, minutes, p95Seconds) =>
      `De ${pt.count(queries)} ${queries === 1 ? 'consulta' : 'consultas'} nos últimos ${minutes} minutos, ` +
      `${failed === 0 ? 'nenhuma falhou' : `${pt.count(failed)} (${pt.share(failed / queries)}) falharam`}; ` +
      `95 de 100 levaram no máximo ${timeText(pt, p95Seconds)}.`,
  },
};
