import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUERY_KINDS } from '../../contract';
import { writeDashboards } from './write';

const ROOT = join(__dirname, '../../../..');
const DASHBOARDS = join(ROOT, 'dashboards');
const TEXTS = join(ROOT, 'plugin/src/embed/locales');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churnwatch-dashboards-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

/** Everything but texts and languages, with the place where it stands; and the texts apart. */
function parts(json: unknown, path = ''): { text: string[]; rest: string[] } {
  if (typeof json !== 'object' || json === null) {
    const words = typeof json === 'string' && !/\/(kind|id|uid|type|name|refId)$/.test(path);
    return words ? { text: [json], rest: [path] } : { text: [], rest: [`${path}=${String(json)}`] };
  }
  const all = Object.entries(json)
    .filter(([key]) => key !== 'language')
    .map(([key, value]) => parts(value, `${path}/${key}`));
  return { text: all.flatMap(({ text }) => text), rest: all.flatMap(({ rest }) => rest) };
}

function queriesIn(json: unknown): Record<string, unknown>[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = json as Record<string, unknown>;
  const isQuery = typeof own.refId === 'string' && QUERY_KINDS.some((kind) => kind === own.kind);
  return [...(isQuery ? [own] : []), ...Object.values(own).flatMap(queriesIn)];
}

it('writes every dashboard in Portuguese: the same panels, ids and queries, which ask in Portuguese', async () => {
  const names = await writeDashboards(DASHBOARDS, folder, 'pt-BR', {}, TEXTS);
  expect(await readdir(folder)).toEqual((await readdir(DASHBOARDS)).filter((name) => name.endsWith('.json')));
  for (const name of names) {
    const [english, portuguese] = [await read(join(DASHBOARDS, name)), await read(join(folder, name))];
    expect(parts(portuguese).rest).toEqual(parts(english).rest);
    expect(parts(portuguese).text).not.toEqual(parts(english).text);
    const [asked, inPortuguese] = [queriesIn(english), queriesIn(portuguese)];
    expect(asked.length).toBeGreaterThan(0);
    expect(inPortuguese).toEqual(asked.map((query) => ({ ...query, language: 'pt-BR' })));
  }
});

it('writes them as they are in English, but for the language', async () => {
  const [name = ''] = await writeDashboards(DASHBOARDS, folder, 'en', {}, TEXTS);
  expect(parts(await read(join(folder, name)))).toEqual(parts(await read(join(DASHBOARDS, name))));
});

it('writes them to open with another time range, but for one that speaks of the last hours', async () => {
  const names = await writeDashboards(DASHBOARDS, folder, 'en', { from: '2025-03-01', to: 'now' }, TEXTS);
  for (const name of names) {
    const time =
      name === 'operations.json' ? { from: 'now-6h', to: 'now' } : { from: '2025-03-01T00:00:00.000Z', to: 'now' };
    expect({ name, ...((await read(join(folder, name))) as object) }).toMatchObject({ name, time });
  }
});

it('makes the folder, and writes over what was there', async () => {
  const deep = join(folder, 'grafana', 'pt');
  await writeDashboards(DASHBOARDS, deep, 'pt-BR', {}, TEXTS);
  await writeFile(join(deep, 'customer.json'), 'old');
  await writeDashboards(DASHBOARDS, deep, 'pt-BR', {}, TEXTS);
  expect(await read(join(deep, 'customer.json'))).toMatchObject({ uid: expect.any(String) });
});

it.each<[what: string, given: () => [from: string, to: string, texts: string], message: string]>([
  ['the folder of the dashboards themselves', () => [DASHBOARDS, DASHBOARDS, TEXTS], 'over themselves'],
  ['dashboards that are not there', () => [join(folder, 'none'), folder, TEXTS], 'cannot be read'],
  ['texts that are not there', () => [DASHBOARDS, folder, folder], 'texts of the dashboards cannot be read'],
])('refuses %s', async (_, given, message) => {
  const [from, to, texts] = given();
  await expect(writeDashboards(from, to, 'pt-BR', {}, texts)).rejects.toThrow(message);
});

it('names a file where a folder should be', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(writeDashboards(DASHBOARDS, join(folder, 'file'), 'pt-BR', {}, TEXTS)).rejects.toThrow('cannot be made');
});
