import { committedBatches, type RecordBatch } from './transactions';

const [PLAIN, TRANSACTIONAL, CONTROL] = [0, 0b010000, 0b110000];
const [ABORT, COMMIT] = [Buffer.from([0, 0, 0, 0]), Buffer.from([0, 0, 0, 1])];

/** Each takes up two offsets, and a mark one. */
function batches(...made: [producer: number, attributes: number, key?: Buffer][]): RecordBatch[] {
  let offset = 10n;
  return made.map(([producer, attributes, key = null]) => {
    const firstOffset = offset;
    const lastOffsetDelta = attributes === CONTROL ? 0 : 1;
    offset += BigInt(lastOffsetDelta + 1);
    const records = [{ offsetDelta: 0, key, value: null }];
    return { firstOffset, lastOffsetDelta, attributes, producerId: BigInt(producer), records };
  });
}
const given = (producerId: number, firstOffset: number) => ({
  producerId: BigInt(producerId),
  firstOffset: BigInt(firstOffset),
});
const offsets = (found: readonly RecordBatch[]): number[] => found.map(({ firstOffset }) => Number(firstOffset));

it('keeps what was committed, and what is of no transaction', () => {
  const all = batches([1, TRANSACTIONAL], [2, PLAIN], [1, CONTROL, COMMIT]);
  expect(offsets(committedBatches(all, []))).toEqual([10, 12]);
});

it('leaves out each transaction that was given up, also several of one producer, and keeps those between', () => {
  const all = batches(
    [1, TRANSACTIONAL],
    [2, TRANSACTIONAL],
    [1, CONTROL, ABORT],
    [1, TRANSACTIONAL],
    [1, CONTROL, COMMIT],
    [1, TRANSACTIONAL],
    [1, CONTROL, ABORT],
    [2, CONTROL, COMMIT],
  );
  expect(offsets(committedBatches(all, [given(1, 18), given(1, 10)]))).toEqual([12, 15]);
});

it('leaves out one whose mark comes later, or that began before', () => {
  const all = batches([1, TRANSACTIONAL], [3, PLAIN], [1, TRANSACTIONAL]);
  expect(offsets(committedBatches(all, [given(1, 4)]))).toEqual([12]);
});

it('takes no harm from marks of transactions that wrote nothing, or that say nothing', () => {
  const all = batches([5, CONTROL, ABORT], [1, TRANSACTIONAL], [6, CONTROL, Buffer.alloc(1)], [1, CONTROL, ABORT]);
  expect(offsets(committedBatches(all, [given(1, 11)]))).toEqual([]);
});
