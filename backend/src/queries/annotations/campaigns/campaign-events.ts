import type { AnnotationsQuery, InLanguages, Language, Notice } from '../../../contract';
import type { QueryContext } from '../../context';
import { count } from '../../wording';
import type { Told } from '../event';
import type { Campaigns } from './parse-campaigns';

const NAMED_PROBLEMS = 10;

interface ProblemWords {
  leftOut(problems: number, rows: number, file: string): string;
  /** What is wrong is told in English. */
  problem(line: number, problem: string): string;
  more(problems: number): string;
}

const WORDS: InLanguages<ProblemWords> = {
  en: {
    leftOut: (problems, rows, file) => `${count(problems)} of ${count(rows)} rows of ${file} are left out.`,
    problem: (line, problem) => `Line ${line} ${problem}.`,
    more: (problems) => `And ${count(problems)} more.`,
  },
  'pt-BR': {
    leftOut: (problems, rows, file) =>
      `${count(problems, 'pt-BR')} de ${count(rows, 'pt-BR')} linhas de ${file} ficam de fora.`,
    problem: (line, problem) => `Linha ${line}: “${problem}”.`,
    more: (problems) => `E mais ${count(problems, 'pt-BR')}.`,
  },
};

/**
 * The campaigns of the shop's own file, with a notice that names the rows which cannot be read.
 *
 * @throws QueryError when there is no such file, or it cannot be read
 */
export async function campaignEvents(
  _query: AnnotationsQuery,
  { campaigns: file, language }: Pick<QueryContext, 'campaigns' | 'language'>,
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
  return { events, notices: problemNotices(read, file.name, language) };
}

function problemNotices({ problems, campaigns }: Campaigns, file: string, language: Language): Notice[] {
  if (problems.length === 0) return [];
  const words = WORDS[language];
  const named = problems.slice(0, NAMED_PROBLEMS).map(({ line, problem }) => words.problem(line, problem));
  const more = problems.length - named.length;
  const all = problems.length + campaigns.length;
  const text = [words.leftOut(problems.length, all, file), ...named, ...(more > 0 ? [words.more(more)] : [])].join(' ');
  return [{ severity: 'warning', text }];
}
