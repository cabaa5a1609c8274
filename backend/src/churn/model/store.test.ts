import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChurnModel } from './churn-model';
import { ModelFileError } from './errors';
import { newModelId, openModelStore, type ModelStore } from './store';
import { smallModel } from './testing/small-model';

let out: string;
let store: ModelStore;
let model: ChurnModel;
beforeAll(async () => {
  model = await smallModel();
});
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-models-'));
  store = openModelStore(out);
});
afterEach(() => rm(out, { recursive: true, force: true }));

const named = (id: string, horizonDays = 180): ChurnModel => ({ ...model, facts: { ...model.facts, id, horizonDays } });
const serve = async (one: ChurnModel): Promise<void> => {
  await store.save(one);
  await store.promote(one);
};
const path = (name: string): string => join(out, 'models', name);
const servingId = async (horizonDays = 180): Promise<string | undefined> =>
  (await store.champion(horizonDays))?.facts.id;

test('before anything was saved there is no champion', async () => {
  expect(await store.champion(180)).toBeUndefined();
  expect(await store.stamp(180)).toBe('');
});

test('a saved model serves once it is promoted, and is found by another store of the folder', async () => {
  await store.save(named('churn-180-a'));
  expect(await servingId()).toBeUndefined();
  await store.promote(named('churn-180-a'));
  expect(await servingId()).toBe('churn-180-a');
  expect((await openModelStore(out).champion(180))?.facts.id).toBe('churn-180-a');
});

test('the stamp changes with each promotion, and not without', async () => {
  await serve(named('churn-180-a'));
  const first = await store.stamp(180);
  expect(first).not.toBe('');
  expect(await store.stamp(180)).toBe(first);
  await store.save(named('churn-180-b'));
  expect(await store.stamp(180)).toBe(first);
  await store.promote(named('churn-180-b'));
  expect(await store.stamp(180)).not.toBe(first);
});

test('two horizons serve beside each other', async () => {
  await serve(named('churn-180-a', 180));
  await serve(named('churn-90-a', 90));
  expect([await servingId(180), await servingId(90)]).toEqual(['churn-180-a', 'churn-90-a']);
});

test('five models are kept for each horizon, the newest and the one that serves', async () => {
  await serve(named('churn-90-old', 90));
  for (let n = 1; n <= 7; n++) await store.save(named(`churn-180-${n}`));
  await store.promote(named('churn-180-1'));
  const kept = (await readdir(join(out, 'models'))).filter((name) => name.endsWith('.model.json'));
  expect(kept.sort()).toEqual(
    ['churn-180-1', 'churn-180-4', 'churn-180-5', 'churn-180-6', 'churn-180-7', 'churn-90-old'].map(
      (id) => `${id}.model.json`,
    ),
  );
  expect(await servingId()).toBe('churn-180-1');
});

test('the kept models of a horizon are told, newest first, without files that cannot be read', async () => {
  expect(await store.kept(180)).toEqual([]);
  for (const id of ['churn-180-1', 'churn-180-3', 'churn-180-2', 'churn-90-1'])
    await store.save(named(id, Number(id.split('-')[1])));
  await writeFile(path('churn-180-2.model.json'), '{');
  expect((await store.kept(180)).map(({ facts }) => facts.id)).toEqual(['churn-180-3', 'churn-180-1']);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"id":'],
  ['a path out of the folder', '{"id":"../../etc/passwd"}'],
  ['another field', '{"model":"churn-180-a"}'],
])('a pointer that holds %s is told', async (_, text) => {
  await serve(named('churn-180-a'));
  await writeFile(path('champion-180.json'), text);
  await expect(store.champion(180)).rejects.toThrow(
    new ModelFileError('champion-180.json does not say which model serves. Train again with "churnwatch train".'),
  );
});

test('a pointer to a file that is gone is told', async () => {
  await serve(named('churn-180-a'));
  await rm(path('churn-180-a.model.json'));
  await expect(store.champion(180)).rejects.toThrow(
    new ModelFileError('churn-180-a.model.json cannot be read (ENOENT). Train again with "churnwatch train".'),
  );
});

test('a pointer that is a folder is told', async () => {
  await mkdir(path('champion-180.json'), { recursive: true });
  await expect(store.champion(180)).rejects.toThrow('champion-180.json cannot be read (EISDIR)');
});

test('a model of another horizon does not serve', async () => {
  await serve(named('churn-90-a', 90));
  await writeFile(path('champion-180.json'), '{"id":"churn-90-a"}');
  await expect(store.champion(180)).rejects.toThrow('churn-90-a.model.json is a model for 90 days, not 180.');
});

test('a truncated file is told by its name', async () => {
  await serve(named('churn-180-a'));
  const whole = await readFile(path('churn-180-a.model.json'), 'utf8');
  await writeFile(path('churn-180-a.model.json'), whole.slice(0, whole.length / 2));
  await expect(store.champion(180)).rejects.toThrow('churn-180-a.model.json is no whole model file.');
});

test('what an interrupted save and promotion left does not matter', async () => {
  await serve(named('churn-180-a'));
  await writeFile(path('churn-180-b.model.json.99.new'), '{"format":"churn');
  await writeFile(path('champion-180.json.99.new'), '{"id":"chu');
  expect(await servingId()).toBe('churn-180-a');
  await serve(named('churn-180-b'));
  expect(await servingId()).toBe('churn-180-b');
});

const asRoot = process.getuid?.() === 0;
(asRoot ? test.skip : test)(
  'a folder that may not be written keeps its champion (skipped as root, who may)',
  async () => {
    await serve(named('churn-180-a'));
    await chmod(join(out, 'models'), 0o500);
    await expect(serve(named('churn-180-b'))).rejects.toThrow('EACCES');
    expect(await servingId()).toBe('churn-180-a');
    await chmod(join(out, 'models'), 0o700);
  },
);

test('a folder that is a file keeps nothing, and says so', async () => {
  await writeFile(join(out, 'models'), '');
  await expect(serve(named('churn-180-a'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect((await stat(join(out, 'models'))).size).toBe(0);
});

test('ids of one horizon sort by age', () => {
  const ids = ['2026-01-02T03:04:05.006Z', '2026-01-02T03:04:05.010Z', '2026-11-02T03:04:05.006Z'].map((time) =>
    newModelId(90, new Date(time)),
  );
  expect(ids[0]).toBe('churn-90-20260102-030405006');
  expect([...ids].sort()).toEqual(ids);
});
