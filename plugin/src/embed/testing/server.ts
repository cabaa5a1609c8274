import type { WarehouseStatus } from '@contract';
import { isObject, list, object, text } from '../model/read';

interface Query {
  refId: string;
  kind: string;
  filters?: Record<string, string[]>;
}

/** Answers one query: frames, or an error's text. */
export type Answer = (query: Query, range: { from: number; to: number }) => object[] | string;

export interface FakeServer {
  status: WarehouseStatus;
  dashboard: object;
  answer: Answer;
  /** False: no request gets an answer. */
  reachable: boolean;
  /** False: every request is refused until somebody signs in. */
  signedIn: boolean;
  /** The queries that were asked, in their order. */
  asked: Query[];
}

export const READY: WarehouseStatus = {
  state: 'ready',
  generation: {
    id: 'g1',
    builtAt: '2018-09-01T00:00:00Z',
    sample: false,
    source: '/shop',
    firstDay: '2016-09-04',
    lastDay: '2018-08-31',
    regularFirstDay: '2017-01-05',
    regularLastDay: '2018-08-22',
    all: { orders: 10, customers: 9, payments: 100 },
    purchases: { orders: 8, customers: 7, payments: 90 },
    rowsRead: 100,
    rowsRejected: 0,
  },
};

/** Takes the place of `fetch` by a server that answers from an object which the test may change at any time. */
export function fakeServer(dashboard: object, answer: Answer): FakeServer {
  const server: FakeServer = { status: READY, dashboard, answer, reachable: true, signedIn: true, asked: [] };
  global.fetch = async (input, init) => respond(await reply(server, String(input), init));
  return server;
}

async function reply(server: FakeServer, path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
  if (!server.reachable) throw new TypeError('Failed to fetch');
  if (!server.signedIn) return { status: 401, body: { error: 'Sign in first.' } };
  if (path === '/api/status') return { status: 200, body: server.status };
  if (path === '/api/dashboards') return { status: 200, body: [{ uid: 'shop', title: 'Shop', tags: [] }] };
  if (path === '/api/dashboards/shop') return { status: 200, body: server.dashboard };
  if (path === '/api/query') return { status: 200, body: { results: results(server, text(init?.body)) } };
  return { status: 404, body: { error: 'Not found.' } };
}

function results(server: FakeServer, body: string): object {
  const request = object(JSON.parse(body));
  const range = { from: Number(request.from), to: Number(request.to) };
  return Object.fromEntries(
    list(request.queries)
      .filter(isQuery)
      .map((query) => {
        server.asked.push(query);
        const answer = server.answer(query, range);
        const result =
          typeof answer === 'string' ? { status: 400, error: answer, frames: [] } : { status: 200, frames: answer };
        return [query.refId, result];
      }),
  );
}

function isQuery(query: unknown): query is Query {
  return isObject(query) && typeof query.refId === 'string' && typeof query.kind === 'string';
}

/** As much of a Response as the viewer reads; jsdom has none. */
function respond({ status, body }: { status: number; body: unknown }): Response {
  const answer: Pick<Response, 'ok' | 'status' | 'json'> = { ok: status < 400, status, json: async () => body };
  return Object.assign(Object.create(null), answer);
}

/** A frame as the server writes it. */
export function frameJson(
  meta: object,
  ...fields: { name: string; type: string; values: unknown[]; config?: object }[]
): object {
  return {
    schema: { name: 'frame', meta, fields: fields.map(({ name, type, config }) => ({ name, type, config })) },
    data: { values: fields.map(({ values }) => values) },
  };
}
