import { numberColumn } from '../frames';
import type { Answer } from '../queries/question';
import { answerAll, type QueryResult } from './answer-all';

const queriesOf = (count: number) => Array.from({ length: count }, (_, n) => ({ refId: `A${n}`, n }));
const answerOf = (megabytes: number): Answer => {
  const column = numberColumn('n', new Array<number>((megabytes * 1024 * 1024) / 8).fill(1));
  return { kind: 'kpis', status: 200, frames: [{ name: 'x', meta: { type: 'table' }, fields: [{ column }] }] };
};

const answered = async (...asked: Parameters<typeof answerAll<{ refId: string; n: number }>>) =>
  JSON.parse(await answerAll(...asked)) as Record<string, QueryResult>;

it('answers no more of a request than fits into one answer, and asks no further', async () => {
  const five = answerOf(5);
  const asked: number[] = [];
  const results = await answered(queriesOf(30), ({ n }) => Promise.resolve((asked.push(n), five)));
  expect(Object.keys(results)).toHaveLength(30);
  expect(Object.values(results).map(({ status }) => status)).toEqual([
    ...Array<number>(6).fill(200),
    ...Array<number>(24).fill(413),
  ]);
  expect(results.A29).toMatchObject({ frames: [], error: expect.stringContaining('a request of its own') });
  expect(asked).toHaveLength(8);
});

it('answers a single query whatever its size, and many that are small, in the order of the request', async () => {
  expect(await answered(queriesOf(1), () => Promise.resolve(answerOf(70)))).toMatchObject({ A0: { status: 200 } });
  const small = await answered(queriesOf(100), () => Promise.resolve(answerOf(1 / 64)));
  expect(Object.entries(small).map(([refId, { status }]) => [refId, status])).toEqual(
    queriesOf(100).map(({ refId }) => [refId, 200]),
  );
});

it('gives others a turn between any two large answers, whoever asked', async () => {
  const five = answerOf(5);
  let turns = 0;
  let isOver = false;
  const count = (): void => void (turns++, isOver || setImmediate(count));
  count();
  await Promise.all([1, 2, 3].map(() => answerAll(queriesOf(4), () => Promise.resolve(five))));
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(12);
});
