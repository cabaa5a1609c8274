import type { SchemaBody } from '@contract';
import { columnsFor, type KnownColumn } from './columns';
import { KEYWORDS } from './keywords';
import { writtenName } from './names';
import { placeAt, type Place } from './place';
import { commonTables, tablesRead } from './tables';

export type CompletionKind = 'column' | 'table' | 'alias' | 'macro' | 'variable' | 'function' | 'keyword';

/** Something that may stand where the cursor is. */
export interface Completion {
  kind: CompletionKind;
  label: string;
  /** What is written; `$0` and `${1:name}` are places for the cursor, `\$` is a dollar sign. */
  snippet: string;
  /** Shown beside the label: a type, or what it belongs to. */
  detail: string;
  /** A sentence about it. */
  help: string;
}

export interface Completions {
  /** Where the text that a completion replaces begins; it ends at `end`. */
  start: number;
  end: number;
  /** The best first. */
  items: Completion[];
}

/**
 * What may stand at a place of a statement: after FROM the tables, after an alias and a point its columns, in texts and
 * comments at most variables, elsewhere columns of the tables that are read, macros, functions and keywords.
 *
 * @param variables dashboard variables as they are written, `$state`
 */
export function completionsAt(
  sql: string,
  offset: number,
  schema: SchemaBody,
  variables: readonly string[],
): Completions {
  const place = placeAt(sql, offset);
  return { start: place.start, end: place.end, items: itemsAt(place, schema, variables) };
}

function itemsAt(place: Place, schema: SchemaBody, variables: readonly string[]): Completion[] {
  switch (place.kind) {
    case 'nothing':
      return [];
    case 'text':
      return variables.map((name) => variableItem(name, `\\\${${name.slice(1)}}`));
    case 'dollar':
      return [...schema.macros.map(macroItem), ...variables.map(listVariable)];
    case 'table':
      return [...commonTables(place.tokens).map(commonItem), ...schema.tables.map(tableItem)];
    case 'member':
      return columnsFor(tablesRead(place.tokens), schema, place.qualifier).map(columnItem);
    case 'expression':
      return expressionItems(place, schema, variables);
  }
}

function expressionItems(place: Place, schema: SchemaBody, variables: readonly string[]): Completion[] {
  const read = tablesRead(place.tokens);
  return [
    ...columnsFor(read, schema).map(columnItem),
    ...read.map(({ table, alias }) => item('alias', alias, writtenName(alias), alias === table ? 'Table' : table, '')),
    ...schema.macros.map(macroItem),
    ...variables.map(listVariable),
    ...schema.functions.map((name) => functionItem(name, place.called)),
    ...KEYWORDS.map((word) => item('keyword', word, word, '', '')),
  ];
}

function columnItem({ name, type, description, tables }: KnownColumn): Completion {
  return item('column', name, writtenName(name), type, `${description}\n\nIn ${tables.join(', ')}`.trim());
}

function tableItem({ name, grain }: SchemaBody['tables'][number]): Completion {
  return item('table', name, writtenName(name), 'Mart', grain);
}

function commonItem(name: string): Completion {
  return item('table', name, writtenName(name), 'WITH', 'A table that this statement defines itself.');
}

function macroItem({ usage, help }: SchemaBody['macros'][number]): Completion {
  const [name = usage] = usage.split('(');
  return item('macro', name, macroSnippet(usage), usage, help);
}

/** A macro with its arguments to be filled in: `\$__timeFilter(${1:column})`. */
export function macroSnippet(usage: string): string {
  const [, name = usage, args] = /^(.*?)\((.*)\)$/.exec(usage) ?? [];
  if (args === undefined) return usage.replaceAll('$', '\\$');
  const places = args
    .split(/,\s*/)
    .filter(Boolean)
    .map((arg, index) => `\${${index + 1}:${arg}}`);
  return `${name.replaceAll('$', '\\$')}(${places.join(', ')})`;
}

/** A variable's values as a list of texts, which fits one value and many. */
function listVariable(name: string): Completion {
  return variableItem(name, `\\\${${name.slice(1)}:sqlstring}`);
}

function variableItem(name: string, snippet: string): Completion {
  const help = 'With :sqlstring its values stand in quotes, with commas between them: IN (${name:sqlstring}).';
  return item('variable', name, snippet, 'Dashboard variable', help);
}

function functionItem(name: string, called: boolean): Completion {
  return item('function', name, called ? name : `${name}($0)`, 'Function', '');
}

function item(kind: CompletionKind, label: string, snippet: string, detail: string, help: string): Completion {
  return { kind, label, snippet, detail, help };
}
