import type { InjectOptions } from 'fastify';
import { DEAD_LETTERS_BODY, EVENTS_BODY } from '../../contract/rest/schemas';
import { AnswerError } from '../ask';
import { fakeApp, violations } from '../testing/fake-app';
import { fakeEvents } from '../testing/fake-events';

const fake = fakeApp();
beforeEach(() => {
  fake.reset();
  fake.served.events = fakeEvents();
});
afterAll(() => fake.app.close());

const send = (payload: unknown, options: InjectOptions = {}) =>
  fake.app.inject({
    method: 'POST',
    url: '/api/events',
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    ...options,
  });

describe('POST /events', () => {
  it.each([
    ['one event', { id: 'a' }, [{ id: 'a' }]],
    ['a list', [{ id: 'a' }, 7], [{ id: 'a' }, 7]],
    ['an object with a list', { events: [{ id: 'a' }] }, [{ id: 'a' }]],
  ])('takes %s', async (_what, body, events) => {
    const answer = await send(body);
    expect(answer.statusCode).toBe(200);
    expect(violations(EVENTS_BODY, answer.json())).toBeNull();
    expect(fake.served.events.sent).toEqual([{ events, source: 'somebody' }]);
  });

  it.each(['{"__proto__": {"admin": true}}', '{"constructor": {"prototype": {"admin": true}}}'])(
    'leaves it to the log to reject %s, so that those beside it are taken',
    async (hostile) => {
      expect((await send(`[${hostile}, {"id": "a"}]`)).statusCode).toBe(200);
      expect(JSON.stringify(fake.served.events.sent)).toBe(
        JSON.stringify([{ events: [JSON.parse(hostile), { id: 'a' }], source: 'somebody' }]),
      );
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    },
  );

  it('says what became of each', async () => {
    expect((await send([{}, 7])).json()).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: 1,
      results: [
        { index: 0, id: 'e0', status: 'accepted' },
        { index: 1, id: null, status: 'rejected', reason: 'An event must be an object, not 7.' },
      ],
    });
  });

  it.each([
    ['text', '"hello"', 400, 'The body must be an event'],
    ['null', 'null', 400, 'The body must be an event'],
    ['no event', '[]', 400, 'The body holds no event.'],
    ['what is no list', '{"events": {}}', 400, 'events must be a list of events.'],
    ['more beside a list', '{"events": [], "id": 1}', 400, '"id" is not known beside events.'],
    ['what is no JSON', '{"id": NaN}', 400, 'The body is not JSON.'],
    ['nothing', '', 400, 'The body is empty; it must be JSON.'],
    ['a prototype beside a list', '{"events": [1], "__proto__": {}}', 400, '"__proto__" is not known beside events.'],
    ['too many events', JSON.stringify(Array(1_001).fill(0)), 413, '1000 is the most'],
    ['too many bytes', JSON.stringify('x'.repeat(9e6)), 413, 'larger than 8 MiB'],
  ])('refuses %s', async (_what, body, status, error) => {
    const answer = await send(body);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: expect.stringContaining(error) });
    expect(fake.served.events.sent).toEqual([]);
  });

  it('refuses another content type', async () => {
    expect((await send('a,b', { headers: { 'content-type': 'text/csv' } })).statusCode).toBe(415);
  });

  it('sends away who sends too much, and says when to come again', async () => {
    fake.served.events.failure = new AnswerError(429, 'Too much waits.', 2);
    const answer = await send({});
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '2']);
    expect(answer.json()).toEqual({ error: 'Too much waits.' });
  });

  it('says why events cannot be taken', async () => {
    fake.served.events.failure = new AnswerError(503, 'Another process keeps the events.');
    const answer = await send({});
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  });

  it.each(['Viewer', 'Editor', 'None'] as const)('refuses callers of the role %s', async (role) => {
    fake.role = role;
    expect((await send({})).statusCode).toBe(403);
    expect((await fake.app.inject('/api/events/dead-letters')).statusCode).toBe(403);
  });
});

describe('dead letters', () => {
  it('are listed, a page at a time', async () => {
    const answer = await fake.app.inject('/api/events/dead-letters?limit=10&offset=20&rejection=future');
    expect(violations(DEAD_LETTERS_BODY, answer.json())).toBeNull();
    expect(fake.served.events.calls).toEqual([{ limit: 10, offset: 20, rejection: 'future' }]);
    expect((await fake.app.inject('/api/events/dead-letters?rejection=none')).statusCode).toBe(400);
  });

  it('are deleted by number, or all', async () => {
    const remove = (query: string) => fake.app.inject({ method: 'DELETE', url: `/api/events/dead-letters${query}` });
    expect((await remove('?seq=1&seq=2')).json()).toEqual({ deleted: 2 });
    expect((await remove('')).json()).toEqual({ deleted: 1 });
    expect(fake.served.events.calls).toEqual([{ remove: [1, 2] }, { remove: undefined }]);
  });

  it('have numbers that the database can hold', async () => {
    const answer = await fake.app.inject({
      method: 'DELETE',
      url: '/api/events/dead-letters?seq=99999999999999999999',
    });
    expect([answer.statusCode, fake.served.events.calls]).toEqual([400, []]);
  });

  it('are tried again', async () => {
    const answer = await fake.app.inject({ method: 'POST', url: '/api/events/dead-letters/retry?seq=1' });
    expect(answer.json()).toMatchObject({ rejected: 1 });
    expect(fake.served.events.calls).toEqual([{ retry: [1] }]);
  });
});
