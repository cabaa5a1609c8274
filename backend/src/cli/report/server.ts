import { recordOf } from '../../contract';
import type { Served } from '../../http/served';
import type { Answer } from '../../queries/question';
import type { ReportFlags } from './flags';

/** What a report is made from: what answers, and the pages over it. */
export interface ReportServer {
  served: Pick<Served, 'answer' | 'status'>;
  /** The address of a dashboard's report, or of one of its panels. Begins to listen where nobody does yet. */
  addressOf(uid: string): Promise<string>;
  /** What a browser has to send along. */
  headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** An answer that says why there is none. */
export function noAnswer(model: unknown, status: number, error: string): Answer {
  return { kind: kindIn(model), status, frames: [], error };
}

/** The kind that a query names, whether there is one or not. */
export const kindIn = (model: unknown): string => String(recordOf(model).kind ?? 'invalid');

/** The address of a report's page below that of a server, in the words of any dashboard's address. */
export function pageOf(base: string, uid: string, flags: ReportFlags): string {
  const { panel, theme = 'light', lang, ids, from, to, var: variables } = flags;
  const search = new URLSearchParams({ report: '1', theme, lang });
  if (ids === 'masked') search.set('ids', 'short');
  if (from !== undefined) search.set('from', from);
  if (to !== undefined) search.set('to', to);
  for (const [name, values] of Object.entries(variables)) {
    for (const value of values) search.append(`var-${name}`, value);
  }
  const place = [uid, ...(panel === undefined ? [] : [panel])].map(encodeURIComponent).join('/');
  return `${base}/embed/${place}?${search.toString()}`;
}
