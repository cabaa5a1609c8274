import { QueryError } from '../../../contract';
import { guardStatement } from './index';
import { HONEST, HONEST_TABLES } from './testing/honest';
import { HOSTILE } from './testing/hostile';
import { openParser, type Parser } from './testing/parser';

const SCHEMA = { tables: ['fct_orders', 'fct_sales'], qualified: true };
let parser: Parser;

beforeAll(async () => {
  parser = await openParser(HONEST_TABLES);
});

afterAll(() => {
  parser.close();
});

describe.each(Object.entries(HOSTILE))('refused: %s', (_, statements) => {
  it.each(statements.map(([sql, refusal]) => [sql.slice(0, 80), sql, refusal] as const))(
    '%s',
    async (_name, sql, refusal) => {
      const judged = guardStatement(sql, parser.parse, SCHEMA);
      await expect(judged).rejects.toThrow(QueryError);
      await expect(judged).rejects.toThrow(refusal);
    },
  );
});

describe('let through, and answered by DuckDB', () => {
  it.each(HONEST)('%s', async (sql) => {
    await expect(guardStatement(sql, parser.parse, SCHEMA)).resolves.toBeUndefined();
    await expect(parser.run(sql)).resolves.toBeInstanceOf(Array);
  });
});

describe('messages', () => {
  const refused = (sql: string): Promise<void> => guardStatement(sql, parser.parse, SCHEMA);

  it('tell where SQL is mistaken, in characters and not in bytes', async () => {
    await expect(refused("SELECT 'São',\n  FORM fct_orders x y")).rejects.toThrow(
      /at line 2, column \d+: syntax error/,
    );
  });

  it('refuse a schema before a table where names are judged alone', async () => {
    const judged = guardStatement('FROM main.fct_orders', parser.parse, { ...SCHEMA, qualified: false });
    await expect(judged).rejects.toThrow('There is no table "main.fct_orders" to read here.');
  });

  it('name the tables that can be read', async () => {
    await expect(refused('FROM orders')).rejects.toThrow(
      'There is no table "orders" to read here. These can be read: fct_orders, fct_sales.',
    );
  });

  it('name the table functions that can be used', async () => {
    await expect(refused("FROM read_csv('x')")).rejects.toThrow(
      'The table function "read_csv" cannot be used here. These can: generate_series, json_each, json_tree, range, unnest.',
    );
  });
});

describe('trees of a DuckDB to come', () => {
  const answer = (node: object) => (): Promise<string> =>
    Promise.resolve(JSON.stringify({ error: false, statements: [{ node }] }));
  const select = (extra: object): object => ({ type: 'SELECT_NODE', cte_map: { map: [] }, ...extra });

  it.each([
    ['a kind of query', { type: 'UPDATE_NODE' }, /UPDATE_NODE/],
    ['a kind of table', select({ from_table: { type: 'FILE_REF', path: 'x' } }), /FILE_REF/],
    ['a class of expression', select({ select_list: [{ class: 'TELEPORT', type: 'FUNCTION' }] }), /TELEPORT/],
    ['a type of expression', select({ select_list: [{ class: 'OPERATOR', type: 'OPERATOR_EVAL' }] }), /OPERATOR_EVAL/],
    ['a node in a new field', select({ somewhere: { deep: [{ type: 'BASE_TABLE', table_name: 'x.csv' }] } }), /x\.csv/],
    ['a class that is no text', select({ select_list: [{ class: 7, type: 'FUNCTION' }] }), /class of an expression/],
    ['no kind', select({ from_table: { type: null } }), /without a kind/],
    ['a table elsewhere', select({ from_table: { type: 'EMPTY', table_name: 'x.csv' } }), /table/],
    [
      'a table function that is none',
      select({ from_table: { type: 'TABLE_FUNCTION', function: null } }),
      /table function/,
    ],
  ])('are refused for %s', async (_name, node, refusal) => {
    await expect(guardStatement('SELECT 1', answer(node), SCHEMA)).rejects.toThrow(refusal);
  });

  it.each(['[]', 'null', '7', '{}', '{"error":false}', '{"error":false,"statements":[{}]}', 'nonsense'])(
    'are refused for the answer %s',
    async (text) => {
      await expect(guardStatement('SELECT 1', () => Promise.resolve(text), SCHEMA)).rejects.toThrow(QueryError);
    },
  );
});
