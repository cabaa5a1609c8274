import type { AnnotationsQuery } from '../../contract';
import type { FileReport, LoadReport } from '../../warehouse/report';
import type { QueryContext } from '../context';
import { count, longDay } from '../wording';
import type { ShopEvent, Told } from './event';

/**
 * When data was loaded, as far as it is still known: the reports of the generations that are kept, which are the one
 * that serves and the one before.
 */
export async function loadEvents(_query: AnnotationsQuery, context: Pick<QueryContext, 'loads'>): Promise<Told> {
  return { events: (await context.loads()).map(eventOf) };
}

function eventOf({ generation, files }: LoadReport): ShopEvent {
  const { id, builtAt, sample, firstDay, lastDay, rowsRead, rowsRejected } = generation;
  const sentences = [
    `${count(rowsRead)} rows read, ${rowsRejected === 0 ? 'none refused' : `${count(rowsRejected)} refused (${refused(files)})`}.`,
    `Purchases from ${longDay(firstDay)} to ${longDay(lastDay)}.`,
  ];
  return {
    id: `load-${id}`,
    time: momentOf(builtAt),
    title: sample ? 'Sample data generated and loaded' : 'Data loaded',
    text: sentences.join(' '),
    tags: ['load', ...(sample ? ['sample'] : []), ...(rowsRejected > 0 ? ['refused rows'] : [])],
  };
}

/** The files with refused rows, the most first: `orders 12, products 1`. */
function refused(files: readonly FileReport[]): string {
  const some = files.filter(({ rowsRejected }) => rowsRejected > 0).sort((a, b) => b.rowsRejected - a.rowsRejected);
  return some.map(({ table, rowsRejected }) => `${table.replaceAll('_', ' ')} ${count(rowsRejected)}`).join(', ');
}

/** The database writes times in UTC without saying so. */
const momentOf = (time: string): number => Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}Z`);
