import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEventFile } from './event-file';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, text?: string): Promise<unknown[]> {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  const events: unknown[] = [];
  for await (const event of readEventFile(path)) events.push(event);
  return events;
}

it('reads an event from each line, whatever ends the lines', async () => {
  expect(await read('events.ndjson', '\uFEFF{"id":"a"}\r\n\n{"id":"ão"}\n  \n{"id":"c"}')).toEqual([
    { id: 'a' },
    { id: 'ão' },
    { id: 'c' },
  ]);
  expect(await read('none.ndjson', '')).toEqual([]);
});

it('reads lines that are longer than what is read at once', async () => {
  const event = { id: 'a', message: 'é'.repeat(100_000) };
  expect(await read('long.ndjson', `${JSON.stringify(event)}\n${JSON.stringify(event)}\n`)).toEqual([event, event]);
});

it('names the line that is not JSON, after all that came before', async () => {
  const path = join(folder, 'broken.ndjson');
  writeFileSync(path, '{"id":"a"}\n\n{"id"\n');
  const events = readEventFile(path);
  expect((await events.next()).value).toEqual({ id: 'a' });
  await expect(events.next()).rejects.toMatchObject({
    code: 'bad_input',
    message: `${path}, line 3: this is not JSON.`,
    hint: expect.stringContaining('what came before was sent'),
  });
});

it('reads cells as their fields have them, and leaves empty ones out', async () => {
  const rows = [
    'id,type,occurred_at,customer_id,order_id,score,message,items',
    'a,order_reviewed,2018-01-01T10:00:00Z,007,o1,5,"Good, ""very"" good",',
    'b,order_placed,2018-01-01T10:00:00Z,c2,o2,,,"[{""product_id"":""p"",""price"":2.5}]"',
    'c,order_reviewed,2018-01-01T10:00:00Z,c3,o3,many, ,',
  ];
  const occurred_at = '2018-01-01T10:00:00Z';
  const [reviewed, placed] = [
    { type: 'order_reviewed', occurred_at },
    { type: 'order_placed', occurred_at },
  ];
  expect(await read('events.CSV', `\uFEFF${rows.join('\r\n')}\r\n`)).toEqual([
    { ...reviewed, id: 'a', customer_id: '007', order_id: 'o1', score: 5, message: 'Good, "very" good' },
    { ...placed, id: 'b', customer_id: 'c2', order_id: 'o2', items: [{ product_id: 'p', price: 2.5 }] },
    // The server says what is wrong with it.
    { ...reviewed, id: 'c', customer_id: 'c3', order_id: 'o3', score: 'many', message: ' ' },
  ]);
});

it.each([
  ['a list that is no JSON', 'id,type,items\na,order_placed,[1\n', /line 2: this is not JSON/],
  ['a row of another length', 'id,type\na,order_placed,x\n', /cannot be read: Invalid Record Length.* line 2/],
  ['a quote that is not closed', 'id,type\n"a,order_placed\n', /cannot be read: Quote Not Closed/],
])('says of a CSV file with %s where that is', async (_, text, message) => {
  await expect(read('broken.csv', text)).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(message),
  });
});

it.each(['missing.csv', 'missing.ndjson', '.'])('says that %s cannot be read', async (name) => {
  await expect(read(name)).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(/cannot be read: (?:Error: )?(?:ENOENT|EISDIR)/),
  });
});
