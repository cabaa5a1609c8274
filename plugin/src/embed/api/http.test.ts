import { fetchJson, isAbort, messageOf, postJson } from './http';

const answer = (status: number, body: string) =>
  Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve().then(() => JSON.parse(body)) });

const fetch = jest.fn();

beforeEach(() => {
  fetch.mockReset();
  global.fetch = fetch;
});

it('returns what the server answers', async () => {
  fetch.mockReturnValue(answer(200, '{"a":1}'));
  expect(await postJson('/api/query', { from: 1 })).toEqual({ a: 1 });
  expect(fetch).toHaveBeenCalledWith('/api/query', expect.objectContaining({ method: 'POST', body: '{"from":1}' }));
});

it.each([
  [404, '{"error":"There is no dashboard with this uid."}', 'There is no dashboard with this uid.'],
  [400, '{"error":"Bad Request","message":"from must be a number"}', 'from must be a number'],
  [500, '<html>', 'The server answered 500 to /x.'],
  [200, 'not json', 'The server answered 200 to /x.'],
])('turns %d %s into words', async (status, body, message) => {
  fetch.mockReturnValue(answer(status, body));
  await expect(fetchJson('/x')).rejects.toMatchObject({ name: 'ApiError', status, message });
});

it('says that the server does not answer', async () => {
  fetch.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(fetchJson('/x')).rejects.toMatchObject({
    status: 0,
    message: expect.stringContaining('does not answer'),
  });
});

it('lets an abort be an abort', async () => {
  fetch.mockRejectedValue(new DOMException('aborted', 'AbortError'));
  const error: unknown = await fetchJson('/x').catch((thrown: unknown) => thrown);
  expect(isAbort(error)).toBe(true);
});

it('has words for anything that is thrown', () => {
  expect(messageOf(new Error('Why.'))).toBe('Why.');
  expect(messageOf('text')).toMatch(/Something went wrong/);
});
