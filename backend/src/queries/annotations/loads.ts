import type { AnnotationsQuery, InLanguages } from '../../contract';
import type { FileReport, LoadReport } from '../../warehouse/report';
import type { QueryContext } from '../context';
import { wordingIn } from '../wording';
import type { ShopEvent, Told } from './event';

interface LoadWords {
  loaded: string;
  sample: string;
  allRead(rows: number): string;
  someRefused(rows: number, refused: number, files: string): string;
  purchases(first: string, last: string): string;
  count(value: number): string;
}

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

const WORDS: InLanguages<LoadWords> = {
  en: {
    loaded: 'Data loaded',
    sample: 'Sample data generated and loaded',
    allRead: (rows) => `${en.count(rows)} rows read, none refused.`,
    someRefused: (rows, refused, files) => `${en.count(rows)} rows read, ${en.count(refused)} refused (${files}).`,
    purchases: (first, last) => `Purchases from ${en.longDay(first)} to ${en.longDay(last)}.`,
    count: en.count,
  },
  'pt-BR': {
    loaded: 'Dados carregados',
    sample: 'Dados de exemplo gerados e carregados',
    allRead: (rows) => `${pt.count(rows)} linhas lidas, nenhuma recusada.`,
    someRefused: (rows, refused, files) =>
      `${pt.count(rows)} linhas lidas, ${pt.count(refused)} ${refused === 1 ? 'recusada' : 'recusadas'} (${files}).`,
    purchases: (first, last) => `Compras de ${pt.longDay(first)} a ${pt.longDay(last)}.`,
    count: pt.count,
  },
};

/**
 * When data was loaded, as far as it is still known: the reports of the generations that are kept, which are the one
 * that serves and the one before.
 */
export async function loadEvents(
  _query: AnnotationsQuery,
  context: Pick<QueryContext, 'loads' | 'language'>,
): Promise<Told> {
  return { events: (await context.loads()).map((load) => eventOf(load, WORDS[context.language])) };
}

function eventOf({ generation, files }: LoadReport, words: LoadWords): ShopEvent {
  const { id, builtAt, sample, firstDay, lastDay, rowsRead, rowsRejected } = generation;
  const sentences = [
    rowsRejected === 0 ? words.allRead(rowsRead) : words.someRefused(rowsRead, rowsRejected, refused(files, words)),
    words.purchases(firstDay, lastDay),
  ];
  return {
    id: `load-${id}`,
    time: momentOf(builtAt),
    title: sample ? words.sample : words.loaded,
    text: sentences.join(' '),
    tags: ['load', ...(sample ? ['sample'] : []), ...(rowsRejected > 0 ? ['refused rows'] : [])],
  };
}

/** The files with refused rows, the most first: `orders 12, products 1`. */
function refused(files: readonly FileReport[], { count }: LoadWords): string {
  const some = files.filter(({ rowsRejected }) => rowsRejected > 0).sort((a, b) => b.rowsRejected - a.rowsRejected);
  return some.map(({ table, rowsRejected }) => `${table.replaceAll('_', ' ')} ${count(rowsRejected)}`).join(', ');
}

/** The database writes times in UTC without saying so. */
const momentOf = (time: string): number => Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}Z`);
