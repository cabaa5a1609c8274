import type { SchemaBody } from '@contract';
import { t } from '../../language/t';
import { columnsFor } from './columns';
import { tablesRead } from './tables';
import { isWord, nameOf, tokenize, type Token } from './tokens';

/** What a name in a statement stands for. */
export interface Description {
  /** Where the name stands in the statement. */
  start: number;
  end: number;
  /** The name with its type or arguments. */
  title: string;
  help: string;
}

/** What the name at an offset of a statement stands for; undefined where there is none, or none that the schema knows. */
export function describeAt(sql: string, offset: number, schema: SchemaBody): Description | undefined {
  const tokens = tokenize(sql);
  const index = tokens.findIndex(({ start, end }) => start <= offset && offset < end);
  const token = tokens[index];
  const text = token && (token.kind === 'dollar' ? macroText(token, schema) : nameText(tokens, index, schema));
  return token && text && { start: token.start, end: token.end, ...text };
}

type Text = Pick<Description, 'title' | 'help'>;

function macroText({ text }: Token, { macros }: SchemaBody): Text | undefined {
  const macro = macros.find(({ usage }) => usage.split('(')[0] === text);
  return macro && { title: macro.usage, help: macro.help };
}

/** A table, an alias of one, or a column of the tables that are read. */
function nameText(tokens: readonly Token[], index: number, schema: SchemaBody): Text | undefined {
  const name = nameOf(tokens[index])?.toLowerCase();
  if (name === undefined) return undefined;
  const read = tablesRead(tokens);
  const qualifier = isWord(tokens[index - 1], '.') ? nameOf(tokens[index - 2]) : undefined;
  const alias = read.find((one) => one.alias.toLowerCase() === name)?.table.toLowerCase();
  const table = schema.tables.find((one) => [name, alias].includes(one.name.toLowerCase()));
  if (table && qualifier === undefined) return { title: table.name, help: table.grain };
  const column = columnsFor(read, schema, qualifier).find((one) => one.name.toLowerCase() === name);
  return (
    column && {
      title: `${column.name} ${column.type}`,
      help: `${column.description}\n\n${t('datasource.schema.in', 'In {{tables}}', { tables: column.tables.join(', ') })}`,
    }
  );
}
