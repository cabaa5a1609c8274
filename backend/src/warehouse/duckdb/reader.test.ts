import { build } from '../build/build';
import { warehousePaths } from '../generations/paths';
import { scratchShop, type ScratchFolders } from '../testing/tiny-shop';
import { openReader, type Reader } from './reader';

let shop: ScratchFolders;
let open: () => Promise<Reader>;
let reader: Reader;
beforeAll(async () => {
  shop = await scratchShop();
  const { generation } = await build(shop);
  const paths = warehousePaths(shop.out);
  const options = { tempDirectory: paths.temporary, memoryLimit: '256MB', connections: 2 };
  open = () => openReader(paths.database(generation.id), options);
  reader = await open();
});
afterAll(async () => {
  reader.close();
  await shop.remove();
});

/** Runs for minutes unless it is interrupted. */
const ENDLESS = 'select count(*) as n from range(1000000) a, range(1000000) b where (a.range * b.range) % 7 = 3';

describe('parameters', () => {
  test('of every kind are bound by name', async () => {
    const sql = `select $text as text, $whole as whole, $large as large, $part as part, $yes as yes, $none is null as none,
      list_contains($list, 'b') as listed, len($empty) as empty`;
    expect(
      await reader.rows(sql, {
        text: "it's",
        whole: 7,
        large: 2 ** 40,
        part: 0.5,
        yes: true,
        none: null,
        list: ['a', 'b'],
        empty: [],
      }),
    ).toEqual([{ text: "it's", whole: 7, large: 2 ** 40, part: 0.5, yes: true, none: true, listed: true, empty: 0 }]);
  });

  test('a text is bound to a day, a list to an IN', async () => {
    const sql = `select count(*) as n from fct_orders where purchase_day >= $from
      and state in (select unnest($states))`;
    expect(await reader.rows(sql, { from: '2018-02-01', states: ['SP'] })).toEqual([{ n: 3 }]);
    expect(await reader.rows(sql, { from: '2018-02-09', states: ['SP', 'RJ', 'MG'] })).toEqual([{ n: 1 }]);
    expect(await reader.rows(sql, { from: '2018-02-01', states: [] })).toEqual([{ n: 0 }]);
  });

  test('the same statement with values of other types', async () => {
    const sql = 'select $x as x';
    expect(await reader.rows(sql, { x: 1 })).toEqual([{ x: 1 }]);
    expect(await reader.rows(sql, { x: 'one' })).toEqual([{ x: 'one' }]);
    expect(await reader.rows(sql, { x: null })).toEqual([{ x: null }]);
  });

  test('that the statement does not name are left aside', async () => {
    expect(await reader.rows('select $a as a', { a: 1, b: 2 })).toEqual([{ a: 1 }]);
  });

  test('one that is missing is named', async () => {
    await expect(reader.rows('select $a + $b as sum', { a: 1 })).rejects.toThrow('no value for the parameter $b');
  });

  test('a text cannot become SQL', async () => {
    const text = "x'; drop table fct_orders; --";
    expect(await reader.rows('select $text as text', { text })).toEqual([{ text }]);
    expect(await reader.rows('select count(*) as n from fct_orders')).toEqual([{ n: 40 }]);
  });
});

test('rows come as plain values', async () => {
  expect(
    await reader.rows(`select date '2018-01-02' as day, timestamp '2018-01-02 03:04:05.678' as time,
      timestamp_ns '2018-01-02 03:04:05' as nanos, timestamp_s '2018-01-02 03:04:05' as seconds,
      timestamptz '2018-01-02 03:04:05+00' as zoned, timestamp_ms '2018-01-02 03:04:05' as millis,
      1.25::decimal(18, 2) as money, 5::bigint as large, 6::hugeint as huge, null as nothing, [1, 2] as list`),
  ).toEqual([
    {
      day: '2018-01-02',
      time: '2018-01-02T03:04:05.678Z',
      nanos: '2018-01-02T03:04:05.000Z',
      seconds: '2018-01-02T03:04:05.000Z',
      zoned: '2018-01-02T03:04:05.000Z',
      millis: '2018-01-02T03:04:05.000Z',
      money: 1.25,
      large: 5,
      huge: 6,
      nothing: null,
      list: '[1, 2]',
    },
  ]);
});

test('columns come in the encoder’s layout', async () => {
  const found = await reader.columns(
    'select order_key, payment_value, state from fct_orders order by order_key limit 3',
  );
  expect(found.length).toBe(3);
  expect(found.columns.map(({ name, type, length }) => [name, type, length])).toEqual([
    ['order_key', 'int32', 3],
    ['payment_value', 'float64', 3],
    ['state', 'text', 3],
  ]);
  expect([...(found.columns[1]?.values ?? [])]).toEqual([15, 25, 35]);
});

describe('interrupting', () => {
  test('an aborted query ends with the reason, and its connection works on', async () => {
    const controller = new AbortController();
    const query = reader.rows(ENDLESS, {}, controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 30);
    await expect(query).rejects.toThrow('enough');
    expect(await reader.rows('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a query whose signal is aborted already is not begun', async () => {
    await expect(reader.rows('select 1', {}, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });

  test('a query that waits for a connection can be given up', async () => {
    const busy = new AbortController();
    const running = [1, 2].map(() => reader.rows(ENDLESS, {}, busy.signal).catch(() => 'stopped'));
    const waiting = new AbortController();
    const third = reader.rows('select 1 as one', {}, waiting.signal);
    waiting.abort(new Error('not worth the wait'));
    await expect(third).rejects.toThrow('not worth the wait');
    busy.abort();
    expect(await Promise.all(running)).toEqual(['stopped', 'stopped']);
    expect(await reader.rows('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('many queries at once all get their answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => reader.rows('select $n + count(*) as n from fct_orders', { n })),
  );
  expect(answers.map((rows) => rows[0]?.['n'])).toEqual(Array.from({ length: 200 }, (_, n) => n + 40));
});

test('more different statements than are kept prepared', async () => {
  for (let n = 0; n < 150; n++) expect(await reader.rows(`select ${n} as n`)).toEqual([{ n }]);
  expect(await reader.rows('select 0 as n')).toEqual([{ n: 0 }]);
});

test('scratch tables live beside the generation and are seen by every connection', async () => {
  await reader.run('create table memory.main.big_orders as select * from fct_orders where payment_value > $least', {
    least: 300,
  });
  const counts = await Promise.all([1, 2, 3, 4].map(() => reader.rows('select count(*) as n from big_orders')));
  expect(counts).toEqual([1, 2, 3, 4].map(() => [{ n: 11 }]));
  await reader.run('drop table memory.main.big_orders');
});

describe('what a statement may not do', () => {
  test.each([
    ['change the generation', "update generation.fct_orders set status = 'x'"],
    ['make a table in the generation', 'create table generation.main.x as select 1'],
    ['read a file', "select * from read_csv('/etc/passwd')"],
    ['read a file by its name', "select * from '/etc/passwd'"],
    ['write a file', "copy (select 1) to '/tmp/churnwatch-x.csv'"],
    ['open another database', "attach '/tmp/churnwatch-x.duckdb'"],
    ['load an extension', 'install httpfs'],
    ['change a setting', "set memory_limit = '10GB'"],
    ['switch external access on', 'set enable_external_access = true'],
  ])('%s', async (_name, sql) => {
    await expect(reader.run(sql)).rejects.toThrow(
      /read-only|disabled|locked|Cannot|not permitted|Permission|does not exist/i,
    );
  });
});

test('a statement that is wrong tells what is wrong', async () => {
  await expect(reader.rows('select nonsense from fct_orders')).rejects.toThrow(/nonsense/);
});

test('describe lists the marts with grain, types and meaning', async () => {
  const tables = await reader.describe();
  expect(tables.map((table) => table.name)).toEqual(
    expect.arrayContaining(['dim_customers', 'fct_orders', 'fct_sales', 'warehouse_info']),
  );
  const orders = tables.find((table) => table.name === 'fct_orders');
  expect(orders?.grain).toBe('one row per order, whatever its status');
  expect(orders?.columns[0]).toEqual({
    name: 'order_key',
    type: 'INTEGER',
    description: 'number of the order, from 1, by purchase time',
  });
});

test('times are UTC whatever the machine says', async () => {
  expect(await reader.rows("select current_setting('TimeZone') as zone")).toEqual([{ zone: 'UTC' }]);
});

describe('closing', () => {
  test('answers what runs, and no more than that', async () => {
    const closing = await open();
    const slow = 'select count(*) as n from range(10000) a, range(3000) b where (a.range * b.range) % 7 = 3';
    const running = [closing.rows(slow), closing.rows(slow)];
    const waiting = closing.rows('select 1');
    closing.close();
    await expect(waiting).rejects.toThrow('This generation of the warehouse is closed: a newer one serves.');
    await expect(closing.rows('select 1')).rejects.toThrow('is closed');
    const [one, other] = await Promise.all(running);
    expect(Number(one?.[0]?.['n'])).toBeGreaterThan(0);
    expect(other).toEqual(one);
  });
});
