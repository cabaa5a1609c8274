import { QueryError } from '../../../contract';
import { placeOf } from '../macros';
import { isObject, objectIn, objectsIn, textIn, unreadable, type Json, type JsonObject } from './json';

const ONE_SELECT = 'SQL mode takes one SELECT statement (it may begin with WITH, FROM or VALUES).';

/**
 * The root node of the one statement in what `json_serialize_sql` answered.
 *
 * @throws QueryError for SQL that is no SQL (with the place of the mistake), for anything but SELECT, and for no
 *   statement or several
 */
export function onlySelect(sql: string, serialized: string): JsonObject {
  const answer = readJson(serialized);
  if (!isObject(answer)) throw unreadable('answer of the parser');
  if (answer['error'] !== false) throw refusal(sql, answer);
  const statements = objectsIn(answer, 'statements');
  if (statements.length === 0) throw new QueryError(`The SQL is empty. ${ONE_SELECT}`);
  if (statements.length > 1)
    throw new QueryError(
      `The SQL holds ${statements.length} statements. ${ONE_SELECT} Remove what follows the first ";".`,
    );
  const node = objectIn(statements[0]!, 'node');
  if (node === undefined) throw unreadable('statement');
  return node;
}

/** DuckDB writes a number too large for a DOUBLE, e.g. 1e400, in a way that is no JSON. */
function readJson(serialized: string): Json {
  try {
    return JSON.parse(serialized) as Json;
  } catch {
    throw new QueryError('The SQL cannot be checked: it seems to hold a number too large to be kept, e.g. 1e400.');
  }
}

function refusal(sql: string, answer: JsonObject): QueryError {
  const message = textIn(answer, 'error_message');
  if (message.startsWith('Only SELECT statements')) return new QueryError(notSelect(sql));
  const position = Number(answer['position'] ?? Number.NaN);
  const place = Number.isInteger(position) && position >= 0 ? ` at ${placeOfByte(sql, position)}` : '';
  return new QueryError(`The SQL cannot be read${place}: ${oneLine(message)}`);
}

function notSelect(sql: string): string {
  if (!/\bpivot\b/i.test(sql)) return `Only SELECT can be run here. ${ONE_SELECT}`;
  return (
    `Only SELECT can be run here. A PIVOT must name the values that become columns, ` +
    `e.g. PIVOT fct_orders ON payment_type IN ('boleto', 'voucher') USING count(*).`
  );
}

/** DuckDB counts bytes of UTF-8. */
function placeOfByte(sql: string, position: number): string {
  return placeOf(sql, Buffer.from(sql).subarray(0, position).toString().length);
}

function oneLine(message: string): string {
  return message.split('\n', 1)[0]!.slice(0, 300);
}
