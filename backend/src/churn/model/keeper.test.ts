import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChurnModel } from './churn-model';
import { ModelKeeper, type LearntFrom, type ModelKeeperOptions, type TrainingJob } from './keeper';
import { openModelStore } from './store';
import { smallModel } from './testing/small-model';

let out: string;
let model: ChurnModel;
let events: string[];
let jobs: TrainingJob[];
beforeAll(async () => {
  model = await smallModel();
});
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-keeper-'));
  events = [];
  jobs = [];
});
afterEach(() => rm(out, { recursive: true, force: true }));

async function serve(id: string, generation: string, facts: Partial<ChurnModel['facts']> = {}): Promise<void> {
  const store = openModelStore(out);
  const made = { ...model, facts: { ...model.facts, id, generation, ...facts } };
  await store.save(made);
  await store.promote(made);
}

function keeperThat(train: ModelKeeperOptions['train']): ModelKeeper {
  return new ModelKeeper({
    out,
    horizonDays: 180,
    train: (job) => {
      jobs.push(job);
      return train(job);
    },
    onEvent: (event, detail) => events.push(`${event}: ${detail}`),
  });
}

const trains = (id: string, generation: string): ModelKeeper => keeperThat(() => serve(id, generation));
const fails = (message = 'There is too little data.'): ModelKeeper =>
  keeperThat(() => Promise.reject(new Error(message)));
const idOf = (keeper: ModelKeeper): string | undefined => keeper.current()?.model.facts.id;

/** Follows a generation and waits for what comes of it. */
async function followed(keeper: ModelKeeper, generation: string | LearntFrom): Promise<ModelKeeper> {
  keeper.follow(typeof generation === 'string' ? { id: generation } : generation);
  await keeper.settled();
  return keeper;
}

test('the champion that is there is opened and not trained anew', async () => {
  await serve('churn-180-a', 'one');
  const keeper = await followed(fails(), 'one');
  expect(idOf(keeper)).toBe('churn-180-a');
  expect(keeper.current()?.served.facts.id).toBe('churn-180-a');
  expect(keeper.reason()).toBeUndefined();
  expect(events).toEqual(['model opened: churn-180-a']);
});

test('who needs the champion waits for it to be opened, and for no training', async () => {
  await serve('churn-180-a', 'one');
  let end = (): void => undefined;
  const keeper = keeperThat(() => new Promise((resolve) => (end = resolve)));
  const asked = keeper.opened();
  expect(idOf(keeper)).toBeUndefined();
  keeper.follow({ id: 'two' });
  await asked;
  expect(idOf(keeper)).toBe('churn-180-a');
  end();
  await keeper.settled();
});

test('without a champion one is trained into the same folder, for the same horizon', async () => {
  const keeper = await followed(trains('churn-180-a', 'one'), 'one');
  expect(idOf(keeper)).toBe('churn-180-a');
  expect(jobs).toEqual([expect.objectContaining({ out, horizonDays: 180 })]);
  expect(events).toEqual(['training: one', 'model opened: churn-180-a', 'trained: churn-180-a']);
});

test('a champion of other data serves while its successor is trained', async () => {
  await serve('churn-180-a', 'one');
  const seen: (string | undefined)[] = [];
  const keeper = keeperThat(async ({ onProgress }) => {
    onProgress({ step: 'calibrating', share: 0.456 });
    seen.push(idOf(keeper), keeper.reason()?.en, keeper.reason()?.['pt-BR']);
    await serve('churn-180-b', 'two');
  });
  await followed(keeper, 'two');
  expect(seen).toEqual([
    'churn-180-a',
    'The churn model is being trained, 46% (calibrating). Scores will be here when it is done.',
    'O modelo de churn está sendo treinado, 46% (calibrando). As pontuações estarão aqui quando terminar.',
  ]);
  expect(idOf(keeper)).toBe('churn-180-b');
  expect(keeper.reason()).toBeUndefined();
});

test('when training fails the last good model keeps serving, and the reason is told', async () => {
  await serve('churn-180-a', 'one');
  const keeper = await followed(fails(), 'two');
  expect(idOf(keeper)).toBe('churn-180-a');
  expect(keeper.reason()?.en).toBe('There is too little data.');
  expect(events).toContain('training failed: There is too little data.');
});

test('a failed training is tried again on other data only', async () => {
  const keeper = fails();
  for (const generation of ['one', 'one', 'two', 'two']) await followed(keeper, generation);
  expect(jobs).toHaveLength(2);
  expect(keeper.current()).toBeUndefined();
});

test('a training that leaves no model for the data is not repeated without end', async () => {
  const keeper = trains('churn-180-a', 'older');
  for (let n = 0; n < 3; n++) await followed(keeper, 'one');
  expect(jobs).toHaveLength(1);
  expect(idOf(keeper)).toBe('churn-180-a');
  const nothing = keeperThat(() => Promise.resolve());
  for (let n = 0; n < 3; n++) await followed(nothing, 'one');
  expect(jobs).toHaveLength(2);
});

test('a model that another process trained begins to serve, and clears the failure', async () => {
  const keeper = await followed(fails(), 'one');
  expect(keeper.reason()?.en).toBe('There is too little data.');
  await serve('churn-180-b', 'one');
  await followed(keeper, 'one');
  expect(idOf(keeper)).toBe('churn-180-b');
  expect(keeper.reason()).toBeUndefined();
});

test.each([
  ['a truncated file', () => writeFile(join(out, 'models/churn-180-b.model.json'), '{"format"'), 'no whole model file'],
  ['a missing file', () => rm(join(out, 'models/churn-180-b.model.json')), 'cannot be read (ENOENT)'],
  ['a garbage pointer', () => writeFile(join(out, 'models/champion-180.json'), '???'), 'does not say which model'],
])('%s as the next champion leaves the last good one serving', async (_, damage, words) => {
  await serve('churn-180-a', 'one');
  const keeper = await followed(fails(), 'one');
  await serve('churn-180-b', 'one');
  await damage();
  await followed(keeper, 'one');
  expect(idOf(keeper)).toBe('churn-180-a');
  expect(keeper.reason()?.en).toContain(words);
  expect(events.at(-1)).toContain('model refused');
});

test('a champion that cannot be read from the start is trained anew', async () => {
  await serve('churn-180-a', 'one');
  await writeFile(join(out, 'models/churn-180-a.model.json'), '');
  const keeper = await followed(trains('churn-180-b', 'one'), 'one');
  expect(idOf(keeper)).toBe('churn-180-b');
  expect(keeper.reason()).toBeUndefined();
});

describe('of a generation of the same files with more events', () => {
  const next = { id: 'two', files: 'f1' };
  const DAY_MS = 24 * 3_600_000;
  const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

  test.each([
    ['is kept for a day, also by another process', { files: 'f1', trainedAt: ago(DAY_MS / 2) }, 0],
    ['learns after a day', { files: 'f1', trainedAt: ago(DAY_MS + 1000) }, 1],
    ['learns when it is of a time that is still to come', { files: 'f1', trainedAt: ago(-2 * DAY_MS) }, 1],
    ['learns of other files at once', { files: 'f0', trainedAt: ago(0) }, 1],
    ['learns when an older version had not noted the files', { trainedAt: ago(0) }, 1],
  ])('a champion %s', async (_, facts, trainings) => {
    await serve('churn-180-a', 'one', facts);
    const keeper = trains('churn-180-b', 'two');
    keeper.follow(next);
    await keeper.settled();
    expect(jobs).toHaveLength(trainings);
  });

  test('a training that failed is not tried with every few events', async () => {
    const keeper = fails();
    for (const id of ['two', 'three']) {
      keeper.follow({ ...next, id });
      await keeper.settled();
    }
    expect(jobs).toHaveLength(1);
    keeper.follow({ id: 'four', files: 'f2' });
    await keeper.settled();
    expect(jobs).toHaveLength(2);
  });

  test('a training that failed is tried again after a day, also when the clock was set back', async () => {
    const keeper = await followed(fails(), next);
    const timer = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + DAY_MS);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - DAY_MS);
    await followed(keeper, { ...next, id: 'three' });
    timer.mockRestore();
    clock.mockRestore();
    expect(jobs).toHaveLength(2);
  });
});

test('only one training runs at a time', async () => {
  let finish = (): void => undefined;
  const keeper = keeperThat(() => new Promise((resolve) => (finish = resolve)));
  keeper.follow({ id: 'one' });
  keeper.follow({ id: 'two' });
  while (jobs.length === 0) await new Promise(setImmediate);
  keeper.follow({ id: 'two' });
  finish();
  await keeper.settled();
  expect(jobs).toHaveLength(1);
});

test('closing aborts the training, says nothing of a failure, and starts no other', async () => {
  const keeper = keeperThat(
    ({ signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('The operation was aborted'))),
      ),
  );
  keeper.follow({ id: 'one' });
  while (jobs.length === 0) await new Promise(setImmediate);
  await keeper.close();
  expect(keeper.reason()).toBeUndefined();
  await followed(keeper, 'two');
  expect(jobs).toHaveLength(1);
  expect(events).toEqual(['training: one']);
});

test('closing before the champion was looked for trains nothing', async () => {
  const keeper = fails();
  keeper.follow({ id: 'one' });
  await keeper.close();
  expect(jobs).toEqual([]);
});
