import { inTurn } from './platformatic';

const wanted = (topicId: string, partition: number) => ({ topic: topicId, topicId, partition, next: 7 });

it('asks in the order that is wanted, for a topic again after another one', () => {
  const topics = inTurn([wanted('a', 3), wanted('b', 0), wanted('a', 4), wanted('a', 1)], 512);
  expect(topics.map(({ topicId, partitions }) => [topicId, ...partitions.map(({ partition }) => partition)])).toEqual([
    ['a', 3],
    ['b', 0],
    ['a', 4, 1],
  ]);
  expect(topics[0]?.partitions[0]).toMatchObject({ fetchOffset: 7n, partitionMaxBytes: 512 });
});

it('asks for nothing where nothing is wanted', () => {
  expect(inTurn([], 512)).toEqual([]);
});
