import { answerIn, fetchedFrom, unreadable, type FetchAnswer, type PartitionAnswer } from './fetch-answer';

const WANTED = [{ topic: 'orders', topicId: 't', partition: 0, next: 12 }];
const record = (offsetDelta: number) => ({ offsetDelta, key: null, value: Buffer.from(String(offsetDelta)) });
const answer = (partition: Partial<PartitionAnswer>): FetchAnswer => ({
  responses: [{ topicId: 't', partitions: [{ partitionIndex: 0, errorCode: 0, highWatermark: 20n, ...partition }] }],
});
const batch = (firstOffset: bigint, deltas: number[], lastOffsetDelta: number, attributes = 0) => ({
  firstOffset,
  lastOffsetDelta,
  attributes,
  producerId: -1n,
  records: deltas.map(record),
});

it('leaves out what came before, and what only marks the end of a transaction', () => {
  const records = [batch(10n, [0, 1, 2, 4], 4), batch(15n, [0], 0, 0b110000)];
  const [fetched] = fetchedFrom(answer({ records }), WANTED);
  expect(fetched).toMatchObject({ topic: 'orders', partition: 0, end: 20, next: 16 });
  expect(fetched?.messages.map(({ offset }) => offset)).toEqual([12, 14]);
});

it('goes on behind messages that are not there any more', () => {
  expect(fetchedFrom(answer({ records: [batch(10n, [], 7)] }), WANTED)).toMatchObject([{ messages: [], next: 18 }]);
});

it.each([
  [1, 'lost'],
  [6, 'moved'],
  [100, 'moved'],
])('understands the error %i', (errorCode, problem) => {
  expect(fetchedFrom(answer({ errorCode, highWatermark: -1n }), WANTED)).toMatchObject([{ problem, next: 12 }]);
});

it('says of one partition why it cannot be read now', () => {
  expect(fetchedFrom(answer({ errorCode: 29 }), WANTED)).toMatchObject([
    { problem: 'failed', reason: 'Kafka answered partition 0 of orders with its error 29.', next: 12 },
  ]);
  expect(unreadable(WANTED[0]!, 'Unknown format.')).toMatchObject({
    problem: 'failed',
    reason: 'What partition 0 of orders holds from offset 12 on cannot be read: Unknown format.',
    next: 12,
  });
});

it('leaves out what belongs to a transaction that was given up, and goes on behind it', () => {
  const ofOne = { producerId: 7n, attributes: 0b010000 };
  const records = [{ ...batch(12n, [0, 1], 1), ...ofOne }, batch(14n, [0], 0)];
  const abortedTransactions = [{ producerId: 7n, firstOffset: 12n }];
  const [fetched] = fetchedFrom(answer({ records, abortedTransactions }), WANTED);
  expect(fetched?.messages.map(({ offset }) => offset)).toEqual([14]);
  expect(fetched?.next).toBe(15);
});

it('takes the answer out of an error when it has partitions', async () => {
  const given = answer({ errorCode: 1 });
  const failing = (response: unknown): Promise<FetchAnswer> =>
    Promise.reject(Object.assign(new Error('failed'), { response }));
  expect(await answerIn(failing(given))).toBe(given);
  for (const none of [undefined, null, {}, { responses: [] }]) await expect(answerIn(failing(none))).rejects.toThrow();
});
