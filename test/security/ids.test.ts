import { createHash } from 'node:crypto';
import { Attacked, START_MS, type Caller } from './attacked';

let shop: Attacked;
/** A customer's whole id, as an admin sees it. */
let whole: string;

beforeAll(async () => {
  shop = await Attacked.start();
  const { rows } = await shop.sql('SELECT customer_id FROM dim_customers ORDER BY 1 LIMIT 1', { caller: 'Admin' });
  whole = String(rows[0]?.customer_id);
}, START_MS);
afterAll(() => shop.stop());

it('are seen whole by editors and admins, and short by all others', async () => {
  expect(whole).toMatch(/^[0-9a-f]{32}$/);
  const seen = async (caller: Caller) =>
    (await shop.sql('SELECT min(customer_id) AS id FROM dim_customers', { caller })).rows[0]?.id;
  expect(await seen('Editor')).toBe(whole);
  for (const caller of ['Viewer', 'None', 'alert'] as const) expect(await seen(caller)).toBe(`${whole.slice(0, 8)}…`);
});

it.each([
  ['viewers', 'Viewer', true],
  ['everybody', 'Admin', true],
  ['nobody', 'Viewer', false],
] as const)('go by the setting %s for %s', async (maskCustomerIds, caller, short) => {
  const settings = { sqlMode: 'everybody', maskCustomerIds } as const;
  const { rows } = await shop.sql('SELECT min(customer_id) AS id FROM dim_customers', { caller, settings });
  expect(rows).toEqual([{ id: short ? `${whole.slice(0, 8)}…` : whole }]);
});

describe('of which viewers want more than they may see', () => {
  /** Whatever comes back: rows or an error. */
  const everything = async (rawSql: string, format = 'table'): Promise<string> => {
    const [answer] = await shop.ask([{ kind: 'sql', rawSql, format }]);
    return JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  };

  it.each([
    'FROM dim_customers ORDER BY customer_id LIMIT 5',
    'SELECT * FROM "DIM_CUSTOMERS" ORDER BY 2 LIMIT 5',
    'SELECT dim_customers FROM dim_customers ORDER BY 1 LIMIT 5',
    'SELECT dim_customers.customer_id::INTEGER FROM dim_customers',
    'SELECT CAST(customer_id AS DATE) FROM dim_customers',
    'SELECT error(customer_id) FROM dim_customers',
    "SELECT strptime(customer_id, '%Y') FROM dim_customers",
    'SELECT customer_id::JSON FROM dim_customers',
    'SELECT customer_id::UUID FROM dim_customers',
    "SELECT customer_id::ENUM('a') FROM dim_customers",
    'SELECT to_json(c) FROM dim_customers c LIMIT 5',
    'SELECT json_group_array(customer_id) FROM dim_customers',
    'SELECT list(customer_id ORDER BY customer_id)[1:5]::VARCHAR FROM dim_customers',
    "SELECT string_agg(customer_id, ' ') FROM dim_customers",
    'SELECT histogram(customer_id) FROM dim_customers WHERE customer_key < 9',
    'SELECT hex(customer_id), to_base64(customer_id::BLOB), reverse(customer_id) FROM dim_customers LIMIT 5',
    "SELECT concat_ws('', right(customer_id, 24), customer_id) FROM dim_customers LIMIT 5",
    'SELECT substring(customer_id, 9) FROM dim_customers LIMIT 5',
    "SELECT regexp_extract(customer_id, '[0-9a-f]{9,}') AS id FROM dim_customers ORDER BY 1 DESC LIMIT 5",
    'SELECT COLUMNS(*)::VARCHAR FROM dim_customers LIMIT 5',
    'SELECT unnest(c) FROM dim_customers c LIMIT 5',
    'PIVOT dim_customers ON state IN ($$SP$$) USING max(customer_id)',
    'UNPIVOT (SELECT customer_id FROM dim_customers LIMIT 5) ON customer_id',
    'WITH dim_customers AS (FROM dim_customers) FROM dim_customers LIMIT 5',
    'WITH RECURSIVE r AS (SELECT min(customer_id) AS id FROM dim_customers UNION ALL SELECT id || id FROM r LIMIT 3) FROM r',
    'SELECT max(customer_id) OVER () FROM dim_customers LIMIT 5',
    'SELECT (SELECT max(customer_id) FROM dim_customers) AS id',
    'SELECT c.customer_id FROM fct_orders o JOIN dim_customers c USING (customer_key) LIMIT 5',
    'SELECT first(customer_id) FROM dim_customers USING SAMPLE 5',
    'SELECT rowid FROM dim_customers',
    'SELECT customer_id FROM main.dim_customers',
    'SELECT main.dim_customers.customer_id FROM dim_customers LIMIT 5',
    'FROM load_rejects',
    'FROM warehouse_info',
    'FROM load_files',
    'FROM load_checks',
  ])('%s', async (sql) => {
    for (const format of ['table', 'numeric', 'time_series']) {
      const text = await everything(sql, format);
      expect(text).not.toContain(whole.slice(0, 9));
      // Ids of orders and products, of the same form, may be seen; these statements ask for none.
      expect(text).not.toMatch(/\b[0-9a-f]{32}\b/);
    }
  });

  it('do not find the rest by guessing', async () => {
    const md5 = createHash('md5').update(whole).digest('hex');
    const { rows } = await shop.sql(`SELECT
      count_if(customer_id = '${whole}') AS same, count_if(md5(customer_id) = '${md5}') AS hashed,
      count_if(customer_id LIKE '${whole.slice(0, 9)}%') AS longer, count_if(starts_with('${whole}', customer_id)) AS begins,
      count_if(customer_id > '${whole}') = count(*) AS above, max(length(customer_id)) AS length FROM dim_customers`);
    expect(rows).toMatchObject([{ length: expect.anything() as unknown }]);
    const { above, length, ...counts } = rows[0]!;
    expect(Object.values(counts).map(Number)).toEqual([0, 0, 0, 0]);
    expect([above, Number(length)]).toEqual([true, 9]);
  });

  it('nor in lists: a wrong rest finds as much as the right one', async () => {
    const wrong = `${whole.slice(0, 8)}${'0'.repeat(24)}`;
    for (const kind of ['customers', 'churn_scores']) {
      const [right, guessed] = await shop.ask([whole, wrong].map((search) => ({ kind, search })));
      expect(right!.rows).toEqual(guessed!.rows);
      expect(JSON.stringify(right!.rows, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value))).not.toContain(
        whole.slice(0, 9),
      );
    }
    const [right, guessed] = await shop.ask([whole, wrong].map((customer) => ({ kind: 'churn_score', customer })));
    expect([right!.status, right!.error]).toEqual([guessed!.status, guessed!.error]);
    expect(right!.rows).toEqual(guessed!.rows);
  });
});
