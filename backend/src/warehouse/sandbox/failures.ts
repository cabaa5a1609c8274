import { QueryError } from '../../contract';
import { kindOfFailure, toQueryError } from '../duckdb/failures';
import { messageOf } from '../errors';

const KIND = /^(?:Error: )?(?:(?:[A-Za-z]+ )+Error: )?/;
const PLACE = /^LINE (\d+): /;
const QUOTED_PATH = /(["'])(?:\/|\.{1,2}\/|[A-Za-z]:\\)[^"']*\1/g;
const BARE_PATH = /(?<![\w"'.)])(?:\/[\w.-]+){2,}\/?/g;
const HINT = /^(?:Did you mean|Candidate )/;

export const NO_MEMORY = 'The query needs more memory than it may use. Ask for fewer rows or columns.';

/**
 * What went wrong with a free statement, for the person who wrote it: DuckDB's first line with the place, no paths.
 * Failures that are not the statement's stay what they are.
 */
export function toStatementError(error: unknown): unknown {
  if (error instanceof QueryError) return error;
  switch (kindOfFailure(error)) {
    case 'full disk':
      return new QueryError('The query needs more space on disk than it may use. Ask for fewer rows or columns.');
    case 'no memory':
      return new QueryError(NO_MEMORY);
    case 'corrupt':
      return toQueryError(error);
    case undefined:
      return new QueryError(`The SQL cannot be run: ${sentence(messageOf(error))}`);
  }
}

function sentence(message: string): string {
  const lines = message.split('\n');
  const first = (lines[0] ?? '').replace(KIND, '').replace(/[.!\s]+$/, '');
  const hint = lines.find((line) => HINT.test(line));
  return withoutPaths(`${first}${placeOf(lines)}.${hint ? ` ${hint}.` : ''}`);
}

/** ` (line 2, column 5)`, from the line that DuckDB shows and the caret below it. */
function placeOf(lines: readonly string[]): string {
  const at = lines.findIndex((line) => PLACE.test(line));
  const [label, line] = PLACE.exec(lines[at] ?? '') ?? [];
  if (label === undefined) return '';
  const caret = (lines[at + 1] ?? '').indexOf('^');
  // Of a long line DuckDB shows a part only, which says nothing about the column.
  const isPart = lines[at]?.startsWith('...', label.length);
  return caret < 0 || isPart ? ` (line ${line})` : ` (line ${line}, column ${caret - label.length + 1})`;
}

function withoutPaths(text: string): string {
  return text.replace(QUOTED_PATH, 'a file').replace(BARE_PATH, 'a file');
}
