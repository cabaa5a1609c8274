import { QueryError } from '../../../contract';
import { BARE_FUNCTIONS, FUNCTIONS, TABLE_FUNCTIONS } from './functions';
import { objectIn, textIn, unreadable, type JsonObject } from './json';
import { EXPRESSION_CLASSES, EXPRESSION_TYPES, NAMED_TYPES, NODE_TYPES, WORDING } from './kinds';
import { folded } from './schema';

/**
 * Checks one node by what it is itself: its kind and, for a call, what it calls. What is in it is checked by itself.
 *
 * @throws QueryError naming what is refused
 */
export function checkNode(node: JsonObject): void {
  const kind = node['class'];
  if (kind === undefined) {
    checkUnclassed(node);
    return;
  }
  if (typeof kind !== 'string') throw unreadable('class of an expression');
  checkKind(kind, EXPRESSION_CLASSES);
  checkKind(textIn(node, 'type'), EXPRESSION_TYPES);
  if (kind === 'FUNCTION' || kind === 'WINDOW') checkFunction(node);
  if (kind === 'COLUMN_REF') checkColumn(node);
}

function checkUnclassed(node: JsonObject): void {
  // A constant: its type is an object, and what is in that is checked by itself.
  if (objectIn(node, 'type') !== undefined) return;
  const type = textIn(node, 'type');
  if (type === 'UNBOUND_TYPE_INFO') checkNamedType(node);
  else checkKind(type, NODE_TYPES);
}

function checkKind(kind: string, known: ReadonlySet<string>): void {
  if (known.has(kind)) return;
  throw Object.hasOwn(WORDING, kind) ? new QueryError(WORDING[kind]!) : unreadable(kind || 'node without a kind');
}

/** A schema before a function's name may also be a column (`name.upper()`); so the name alone decides. */
function checkFunction(node: JsonObject): void {
  const name = textIn(node, 'function_name');
  if (FUNCTIONS.has(folded(name))) return;
  throw new QueryError(
    `The function ${JSON.stringify(name)} cannot be used here. DuckDB's functions for numbers, texts, times, lists, ` +
      'JSON, aggregates and windows can; none that reads files, settings or the system.',
  );
}

function checkColumn(node: JsonObject): void {
  const names = node['column_names'];
  if (!Array.isArray(names) || names.length !== 1) return;
  const name: unknown = names[0];
  if (typeof name === 'string' && BARE_FUNCTIONS.has(folded(name)))
    throw new QueryError(`${name} cannot be read: SQL mode tells nothing about the server.`);
}

/** @throws QueryError for a call in FROM that is not on the list */
export function checkTableFunction(table: JsonObject): void {
  const call = objectIn(table, 'function');
  const name = call === undefined || call['class'] !== 'FUNCTION' ? '' : textIn(call, 'function_name');
  if (TABLE_FUNCTIONS.has(folded(name))) return;
  const known = [...TABLE_FUNCTIONS].join(', ');
  throw new QueryError(`The table function ${JSON.stringify(name)} cannot be used here. These can: ${known}.`);
}

/** A type that DuckDB looks up by its name. */
function checkNamedType(info: JsonObject): void {
  const name = textIn(info, 'name');
  if (textIn(info, 'schema') === '' && NAMED_TYPES.has(folded(name))) return;
  throw new QueryError(`The type ${JSON.stringify(name)} is not known here; use one of DuckDB's own, e.g. VARCHAR.`);
}
