import { runQueries } from './query';
import { postJson } from './http';
import { changeQuery } from '../host/location';

jest.mock('./http', () => ({ postJson: jest.fn() }));

const post = jest.mocked(postJson);
const frame = { schema: { name: 'kpis', fields: [{ name: 'value', type: 'number' }] }, data: { values: [[1, 2]] } };
const ask = () => runQueries({ from: 1, to: 2, queries: [{ refId: 'A' }, { refId: 'B' }] });

it('reads frames in the order of the queries and says whose they are', async () => {
  post.mockResolvedValue({
    results: { B: { status: 200, frames: [frame] }, A: { status: 200, frames: [frame, frame] } },
  });
  const { frames, errors } = await ask();
  expect(frames.map(({ refId, length }) => [refId, length])).toEqual([
    ['A', 2],
    ['A', 2],
    ['B', 2],
  ]);
  expect(errors).toEqual([]);
});

it('keeps the frames of one query when another fails', async () => {
  post.mockResolvedValue({
    results: { A: { status: 400, error: 'Unknown query kind "x".', frames: [] }, B: { status: 200, frames: [frame] } },
  });
  const { frames, errors } = await ask();
  expect(frames).toHaveLength(1);
  expect(errors).toEqual([{ refId: 'A', status: 400, message: 'Unknown query kind "x".' }]);
});

it.each([null, {}, { results: [] }, { results: { A: 'x', B: { frames: [null, 1, {}] } } }])(
  'finds nothing in %j',
  async (body) => {
    post.mockResolvedValue(body);
    expect(await ask()).toEqual({ frames: [], errors: [] });
  },
);

it('asks for short ids where the page’s address does', async () => {
  post.mockResolvedValue({});
  await ask();
  expect(post.mock.lastCall?.[1]).not.toHaveProperty('ids');
  changeQuery({ ids: 'short' });
  await ask();
  expect(post.mock.lastCall?.[1]).toMatchObject({ ids: 'short', from: 1 });
});
