import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profile } from '../warnings/testing/profiles';
import type { RiskBand } from '../../contract';
import { openEventStore, type EventStore } from '../store/store';
import type { ProfileWatcher } from '../watcher';
import type { Prediction } from './effect';
import type { LoggedEvent } from './logged-event';
import { EventProcessor, type ProcessorStatus } from './processor';
import { UnusableEventError, type LiveScorer } from './scorer';

const BASIS = { generation: 'g1', model: 'm1' };
const INSERT = `INSERT INTO events (id, type, customer_id, occurred_at, received_at, source, body)
  VALUES ($id, 'page_viewed', $customer, '2018-01-01', '2018-01-01', 'test', '{"page":"/"}')`;

let out: string;
let store: EventStore;
let processor: EventProcessor;
let scored: string[][];
let considered: string[];
let predictions: Prediction[];
let faults: string[];
/** What scoring does besides; tests put their trouble here. */
let trouble: (events: readonly LoggedEvent[]) => void;

const scorer: LiveScorer = {
  score: (events) => {
    trouble(events);
    scored.push(events.map(({ id }) => id));
    const customers = [...new Set(events.map(({ customerId }) => customerId))];
    const known = customers.filter((customer) => customer !== 'nobody');
    return Promise.resolve({ basis: BASIS, profiles: known.map((customer) => profile(customer)) });
  },
};
const watcher: ProfileWatcher = {
  consider: async (statements, profiles) => {
    for (const { customerId } of profiles) {
      await statements.run(`INSERT INTO suppressed VALUES ('2018-01-01', '2018-01-01', $customerId, 'seen', 1)`, {
        customerId,
      });
    }
    const done = () => void considered.push(...profiles.map(({ customerId }) => customerId));
    const rows = await statements.rows('SELECT customer_id, band FROM standings');
    const before = new Map(rows.map(({ customer_id: id, band }) => [String(id), band as RiskBand]));
    return { before, done };
  },
};

const begin = (options: Partial<{ watcher: ProfileWatcher; onProgress(seq: number): void }> = {}): void => {
  processor = new EventProcessor({ store, scorer, watcher, onFault: (message) => faults.push(message), ...options });
  processor.onPrediction((batch) => predictions.push(...batch));
  processor.start();
};
const add = async (...events: (readonly [id: string, customer: string])[]): Promise<void> => {
  await store.transaction(async (statements) => {
    for (const [id, customer] of events) await statements.run(INSERT, { id, customer });
  });
  processor.wake();
};
/** Waits until the log's events up to `seq` are noted as processed. */
const until = async (seq: number): Promise<void> => {
  for (;;) {
    const [row] = await store.rows(`SELECT seq FROM progress WHERE reader = 'processed'`);
    if (Number(row?.seq ?? 0) >= seq) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
/** Waits until the processor says so of itself. */
const shows = async (holds: (status: ProcessorStatus) => boolean): Promise<void> => {
  while (!holds(processor.status())) await new Promise((resolve) => setTimeout(resolve, 5));
};
const profiles = () => store.rows('SELECT customer_id, events, seq, band FROM live_profiles ORDER BY customer_id');

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-processor-'));
  store = await openEventStore(out);
  [scored, considered, predictions, faults] = [[], [], [], []];
  trouble = () => undefined;
});
afterEach(async () => {
  await processor.close();
  await store.close();
  await rm(out, { recursive: true, force: true });
});

it('gives what is in the log its effect, and then what comes', async () => {
  begin();
  await add(['1', 'a'], ['2', 'b'], ['3', 'a']);
  await until(3);
  await add(['4', 'a']);
  await until(4);
  // What waits is counted while a batch is under way, and again once the log is found empty.
  await shows(({ waiting, lagSeconds, deadLetters }) => waiting + lagSeconds + deadLetters === 0);
  await processor.close();
  expect(scored.flat()).toEqual(['1', '2', '3', '4']);
  expect(await profiles()).toEqual([
    { customer_id: 'a', events: 3, seq: 4, band: 'medium' },
    { customer_id: 'b', events: 1, seq: 2, band: 'medium' },
  ]);
  expect(considered.sort()).toEqual(['a', 'a', 'b']);
});

it('tells of new scores with the band before, once they are on the disk', async () => {
  begin();
  await store.transaction((statements) =>
    statements.run(`INSERT INTO standings VALUES ('a', 'low', '2018-01-01', NULL)`),
  );
  await add(['1', 'a'], ['2', 'b']);
  await until(2);
  await processor.close();
  expect(predictions).toMatchObject([
    { before: 'low', seq: 2, model: 'm1', generation: 'g1', profile: { customerId: 'a', band: 'medium' } },
    { seq: 2, profile: { customerId: 'b' } },
  ]);
  expect(predictions[1]).not.toHaveProperty('before');
});

it('goes on where another process stopped', async () => {
  begin();
  await add(['1', 'a']);
  await until(1);
  await processor.close();
  await store.close();
  store = await openEventStore(out);
  begin();
  await add(['2', 'a']);
  await until(2);
  expect(scored).toEqual([['1'], ['2']]);
  expect(await profiles()).toEqual([{ customer_id: 'a', events: 2, seq: 2, band: 'medium' }]);
});

it('leaves no trace of a batch that fails, and gives it its effect later', async () => {
  let fails = 2;
  const failing: ProfileWatcher = {
    consider: async (...given) => {
      const done = await watcher.consider(...given);
      if (fails-- > 0) throw new Error('disk full');
      return done;
    },
  };
  begin({ watcher: failing });
  await add(['1', 'a']);
  await until(1);
  await processor.close();
  expect(await store.rows('SELECT count(*) AS n FROM suppressed')).toEqual([{ n: 1 }]);
  expect(await profiles()).toEqual([{ customer_id: 'a', events: 1, seq: 1, band: 'medium' }]);
  expect(faults).toEqual(['events wait']);
});

it('waits while nothing can be scored, and says why', async () => {
  let ready = false;
  trouble = () => {
    if (!ready) throw new Error('The churn model is being trained.');
  };
  begin();
  await add(['1', 'a']);
  await shows(({ problem }) => problem !== undefined);
  const { problem, waiting, lagSeconds } = processor.status();
  expect([problem, waiting]).toEqual(['The churn model is being trained.', 1]);
  expect(lagSeconds).toBeGreaterThan(0);
  ready = true;
  await until(1);
  await processor.close();
  expect(processor.status().problem).toBeUndefined();
});

it('puts an event that cannot be used among the dead letters, and the others have their effect', async () => {
  trouble = (events) => {
    if (events.some(({ id }) => id === '3')) throw new UnusableEventError('No price can be so high.');
  };
  begin();
  await add(['1', 'a'], ['2', 'b'], ['3', 'a'], ['4', 'c'], ['5', 'a']);
  await until(5);
  await shows(({ deadLetters }) => deadLetters === 1);
  await processor.close();
  expect(scored.flat()).toEqual(['1', '2', '4', '5']);
  expect(await store.rows('SELECT id, customer_id, reason, body FROM dead_letters')).toEqual([
    {
      id: '3',
      customer_id: 'a',
      reason: 'No price can be so high.',
      body: '{"id":"3","type":"page_viewed","customer_id":"a","occurred_at":"2018-01-01T00:00:00.000Z","page":"/"}',
    },
  ]);
  expect(await store.rows(`SELECT id FROM events WHERE id = '3'`)).toEqual([]);
  expect((await profiles())[0]).toMatchObject({ customer_id: 'a', events: 2 });
});

it.each([
  ['that is no JSON for the database', String.raw`{"page":"\ud800"}`, String.raw`,"page":"\ud800"}`],
  ['that is empty', '{}', '}'],
])('keeps the text of an unusable event %s, and goes on behind it', async (_what, body, end) => {
  trouble = (events) => {
    if (events.some(({ id }) => id === '1')) throw new UnusableEventError('It cannot be read.');
  };
  await store.transaction(async (statements) => {
    await statements.run(INSERT, { id: '1', customer: 'a' });
    await statements.run(`UPDATE events SET body = $body`, { body });
    await statements.run(INSERT, { id: '2', customer: 'b' });
  });
  begin();
  await until(2);
  await processor.close();
  expect(scored).toEqual([['2']]);
  const [letter] = await store.rows('SELECT body FROM dead_letters');
  expect(letter?.body).toBe(
    `{"id":"1","type":"page_viewed","customer_id":"a","occurred_at":"2018-01-01T00:00:00.000Z"${end}`,
  );
});

it('counts an event of somebody without a score, and tells the watcher nothing', async () => {
  begin();
  await add(['1', 'nobody']);
  await until(1);
  await processor.close();
  expect(await profiles()).toEqual([{ customer_id: 'nobody', events: 1, seq: 1, band: null }]);
  expect(considered).toEqual([]);
});

it('goes on when a listener fails', async () => {
  const heard: number[] = [];
  begin({ onProgress: (seq) => heard.push(seq) });
  processor.onPrediction(() => {
    throw new Error('gone');
  });
  await add(['1', 'a']);
  await until(1);
  await add(['2', 'b']);
  await until(2);
  await processor.close();
  expect(predictions).toHaveLength(2);
  expect(faults).toEqual(['telling of new scores failed', 'telling of new scores failed']);
  expect(heard).toEqual([1, 2]);
});

it('refuses to give events an effect that they have had, by another process', async () => {
  begin();
  await add(['1', 'a']);
  await until(1);
  trouble = () => {
    trouble = () => undefined;
    void store.transaction((statements) => statements.run(`UPDATE progress SET seq = 2 WHERE reader = 'processed'`));
  };
  await add(['2', 'a']);
  await add(['3', 'b']);
  await until(3);
  await processor.close();
  expect((await profiles())[0]).toEqual({ customer_id: 'a', events: 1, seq: 1, band: 'medium' });
});
