import type { SchemaBody } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import { FUNCTIONS } from './guard/functions';
import { MACROS } from './macros';
import { allowedSchema } from './sql';

export type SqlSchema = Pick<SchemaBody, 'tables' | 'functions' | 'macros'>;

/** Everything that a caller's statements may use, in alphabetical order. */
export async function describeSchema(engine: Engine, fullIds: boolean): Promise<SqlSchema> {
  const { tables: names } = await allowedSchema(engine, fullIds);
  const tables = (await engine.describe()).filter(({ name }) => names.includes(name));
  const macros = [...MACROS.values()].map(({ usage, help }) => ({ usage, help }));
  return { tables, functions: FUNCTION_NAMES, macros };
}

/** Operators are on the list of functions, too; nobody completes them. */
const FUNCTION_NAMES = [...FUNCTIONS].filter((name) => /^[a-z]\w*$/.test(name)).sort();
