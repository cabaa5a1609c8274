import type { AnnotationsQuery, Notice } from '../../../contract';
import type { QueryContext } from '../../context';
import { count } from '../../wording';
import type { Told } from '../event';
import type { Campaigns } from './parse-campaigns';

const NAMED_PROBLEMS = 10;

/**
 * The campaigns of the shop's own file, with a notice that names the rows which cannot be read.
 *
 * @throws QueryError when there is no such file, or it cannot be read
 */
export async function campaignEvents(
  _query: AnnotationsQuery,
  { campaigns: file }: Pick<QueryContext, 'campaigns'>,
): Promise<Told> {
  const read = await file.read();
  const events = read.campaigns.map(({ line, first, last, name, text, tags }) => ({
    id: `campaign-${line}-${first}`,
    time: first,
    timeEnd: last,
    title: name,
    text: text || name,
    tags: ['campaign', ...tags],
  }));
  return { events, notices: problemNotices(read, file.name) };
}

function problemNotices({ problems, campaigns }: Campaigns, file: string): Notice[] {
  if (problems.length === 0) return [];
  const named = problems.slice(0, NAMED_PROBLEMS).map(({ line, problem }) => `Line ${line} ${problem}.`);
  const more = problems.length - named.length;
  const text =
    `${count(problems.length)} of ${count(problems.length + campaigns.length)} rows of ${file} are left out. ` +
    `${named.join(' ')}${more > 0 ? ` And ${count(more)} more.` : ''}`;
  return [{ severity: 'warning', text }];
}
