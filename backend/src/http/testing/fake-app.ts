import { Ajv } from 'ajv';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Schema } from '../../contract/rest/schemas';
import { createApp } from '../app';
import type { Role } from '../callers';
import { fakeServed, type FakeServed } from './fake-served';

export interface FakeApp {
  app: FastifyInstance;
  served: FakeServed;
  faults: string[];
  role: Role;
  /** Forgets what has been asked, and answers as at first. */
  reset(): void;
  /** The status and the JSON of an answer. */
  get<T = Record<string, unknown>>(url: string, headers?: Record<string, string>): Promise<{ status: number; body: T }>;
  post<T = Record<string, unknown>>(
    payload: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T }>;
}

/** The REST API over a fake shop. */
export function fakeApp(): FakeApp {
  const served = fakeServed();
  const faults: string[] = [];
  const app = createApp({
    served,
    version: '1.2.3',
    callerOf: () => ({ role: fake.role, name: 'somebody' }),
    onFault: (message) => faults.push(message),
  });
  const send = async <T>(options: InjectOptions): Promise<{ status: number; body: T }> => {
    const response = await app.inject(options);
    return { status: response.statusCode, body: response.json<T>() };
  };
  const fake: FakeApp = {
    app,
    served,
    faults,
    role: 'Admin',
    reset: () => {
      fake.role = 'Admin';
      faults.length = 0;
      served.questions.length = 0;
      served.failures.clear();
      served.requests.length = 0;
      served.retrains = true;
      served.rebuilds = true;
      served.backsUp = false;
      served.audit.entries.length = 0;
    },
    get: (url, headers = {}) => send({ url, headers }),
    post: (payload, headers = { 'content-type': 'application/json' }) =>
      send({
        method: 'POST',
        url: '/api/churn/predict',
        headers,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      }),
  };
  return fake;
}

/** What an answer has against its schema; null when nothing. */
export function violations(schema: Schema, body: unknown): unknown {
  const ajv = new Ajv({ strict: false, formats: { date: true, 'date-time': true } });
  ajv.validate(schema, body);
  return ajv.errors ?? null;
}
