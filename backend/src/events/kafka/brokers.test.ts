import { EventEmitter } from 'node:events';
import type { Connection } from '@platformatic/kafka';
import { Brokers, type Address } from './brokers';

const FIRST: Address[] = [
  { host: 'kafka1', port: 9092 },
  { host: 'kafka2', port: 9092 },
];

/** A connection that can be told from others; its socket ends it. */
class Line extends EventEmitter {
  readonly status = 'connected';
  readonly socket = { destroy: () => this.emit('close') };

  constructor(readonly to: string) {
    super();
  }
}

let made: string[];
let brokers: Brokers;
beforeEach(() => {
  made = [];
  brokers = new Brokers(FIRST, ({ host }) => {
    made.push(host);
    return Promise.resolve(new Line(host) as unknown as Connection);
  });
});

const hostOf = (connection: Connection): string => (connection as unknown as Line).to;
const unanswered = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('Request timed out'), { code: 'PLT_KFK_NETWORK' }));
const unlessHung =
  (...hung: string[]) =>
  (connection: Connection): Promise<string> =>
    hung.includes(hostOf(connection)) ? unanswered() : Promise.resolve(hostOf(connection));

it('asks another broker when one hangs, and that one first from then on', async () => {
  expect(await brokers.askAny(unlessHung('kafka1'))).toBe('kafka2');
  made = [];
  expect(await brokers.askAny(unlessHung('kafka1'))).toBe('kafka2');
  expect(made).toEqual([]);
});

it('asks brokers that the cluster has named, though none of the first answers any more', async () => {
  brokers.learn([{ nodeId: 3, host: 'kafka3', port: 9092 }]);
  expect(await brokers.askAny(unlessHung('kafka1', 'kafka2'))).toBe('kafka3');
});

it('tells what all of them said when none answers', async () => {
  await expect(brokers.askAny(unanswered)).rejects.toMatchObject({
    errors: [{ message: 'Request timed out' }, { message: 'Request timed out' }],
  });
});

it('makes another connection after one that did not answer, and none after an answer that is an error', async () => {
  brokers.learn([{ nodeId: 1, host: 'kafka1', port: 9092 }]);
  const refused = Object.assign(new Error('Not the leader.'), { code: 'PLT_KFK_RESPONSE' });
  await expect(brokers.ask(1, () => Promise.reject(refused))).rejects.toThrow('Not the leader.');
  expect(await brokers.ask(1, unlessHung())).toBe('kafka1');
  expect(made).toEqual(['kafka1']);
  await expect(brokers.ask(1, unanswered)).rejects.toThrow('timed out');
  expect(await brokers.ask(1, unlessHung())).toBe('kafka1');
  expect(made).toEqual(['kafka1', 'kafka1']);
});

it('connects anew where that failed before: what it takes may have been corrected', async () => {
  let password = 'wrong';
  const strict = new Brokers(FIRST.slice(0, 1), ({ host }) =>
    password === 'right' ? Promise.resolve(new Line(host) as unknown as Connection) : Promise.reject(new Error('No.')),
  );
  await expect(strict.askAny(unlessHung())).rejects.toMatchObject({ errors: [{ message: 'No.' }] });
  password = 'right';
  expect(await strict.askAny(unlessHung())).toBe('kafka1');
});

it('knows no broker that the cluster has not named', async () => {
  await expect(brokers.ask(9, unlessHung())).rejects.toThrow('The cluster knows no broker 9 any more.');
});
