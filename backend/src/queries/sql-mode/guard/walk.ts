import { QueryError } from '../../../contract';
import { checkNode, checkTableFunction } from './checks';
import { isList, isObject, objectIn, objectsIn, textIn, unreadable, type Json, type JsonObject } from './json';
import { folded, type AllowedSchema } from './schema';
import { checkTable, type Scope } from './tables';

/** Levels of the tree, lists not counted; a sum of so many numbers is about as deep. */
export const MAX_DEPTH = 250;
/** Objects of the tree. */
export const MAX_NODES = 20_000;
/** Recursive CTEs; each may run until the time limit, so few are enough. */
export const MAX_RECURSIVE = 2;

interface Count {
  nodes: number;
  recursive: number;
}

/**
 * Checks every object of a syntax tree, whatever field it is in: nothing is let through because its place is not known.
 *
 * @throws QueryError naming the first thing that is not allowed
 */
export function checkTree(root: JsonObject, schema: AllowedSchema): void {
  const count: Count = { nodes: 0, recursive: 0 };
  walk(root, new Set(), 0);

  function walk(value: Json | undefined, scope: Scope, depth: number): void {
    if (isList(value)) for (const item of value) walk(item, scope, depth);
    else if (isObject(value)) visit(value, scope, depth);
  }

  function visit(node: JsonObject, scope: Scope, depth: number): void {
    checkSize(count, depth);
    if ('class' in node || 'type' in node) checkNode(node);
    checkPlace(node, scope, schema);
    const inner = withCtes(node, scope, depth);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'cte_map') continue;
      walk(value, key === 'right' ? rightScope(node, inner) : inner, depth + 1);
    }
  }

  /** Each CTE sees those before it. Its own name is seen only by the right part of a recursive one. */
  function withCtes(node: JsonObject, scope: Scope, depth: number): Scope {
    const map = objectIn(node, 'cte_map');
    if (map === undefined) return scope;
    let inner = scope;
    for (const entry of objectsIn(map, 'map')) {
      walk(entry['value'], inner, depth + 1);
      inner = new Set([...inner, folded(textIn(entry, 'key'))]);
    }
    return inner;
  }

  function rightScope(node: JsonObject, scope: Scope): Scope {
    if (node['type'] !== 'RECURSIVE_CTE_NODE') return scope;
    count.recursive += 1;
    if (count.recursive > MAX_RECURSIVE)
      throw new QueryError(`At most ${MAX_RECURSIVE} recursive CTEs can be used in one statement.`);
    return new Set([...scope, folded(textIn(node, 'cte_name'))]);
  }
}

function checkSize(count: Count, depth: number): void {
  count.nodes += 1;
  if (depth > MAX_DEPTH)
    throw new QueryError(
      `The SQL is nested more than ${MAX_DEPTH} levels deep. Split it with WITH, or use IN or a list.`,
    );
  if (count.nodes > MAX_NODES) throw new QueryError('The SQL has too many parts. Shorten it, e.g. a long IN list.');
}

function checkPlace(node: JsonObject, scope: Scope, schema: AllowedSchema): void {
  if ('class' in node) return;
  if (node['type'] === 'BASE_TABLE') checkTable(node, scope, schema);
  else if ('table_name' in node) throw unreadable('table');
  if (node['type'] === 'TABLE_FUNCTION') checkTableFunction(node);
  const pivotEnum = node['pivot_enum'];
  if (pivotEnum !== undefined && pivotEnum !== '') throw new QueryError('A PIVOT takes its values as a list: IN (…).');
}
