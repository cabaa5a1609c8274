import type { SchemaBody } from '../../contract';
import { AnswerError } from '../ask';
import { fakeApp, type FakeApp } from '../testing/fake-app';

let fake: FakeApp;

beforeEach(() => {
  fake = fakeApp();
});

afterEach(() => fake.app.close());

const schemaFor = async (role: FakeApp['role'], sqlMode: 'off' | 'editors' | 'everybody'): Promise<SchemaBody> => {
  fake.role = role;
  fake.served.settings = { ...fake.served.settings, sqlMode };
  return (await fake.get<SchemaBody>('/api/schema')).body;
};

describe('GET /schema', () => {
  it.each([
    ['Admin', 'editors'],
    ['Editor', 'editors'],
    ['Viewer', 'everybody'],
    ['None', 'everybody'],
  ] as const)('says that %s may run SQL in mode %s', async (role, mode) => {
    const schema = await schemaFor(role, mode);
    expect(schema.allowed).toBe(true);
    expect(schema).not.toHaveProperty('reason');
    expect(schema.functions).toEqual(['sum']);
  });

  it('says that the warehouse is being built, and how far it has come', async () => {
    fake.served.describe = () => Promise.reject(new AnswerError(503, 'The warehouse is being built, 60%.'));
    const { status, body } = await fake.get('/api/schema');
    expect({ status, body }).toEqual({ status: 503, body: { error: 'The warehouse is being built, 60%.' } });
    expect(fake.faults).toEqual([]);
  });

  it.each([
    ['Admin', 'off', /is off/],
    ['Viewer', 'editors', /for editors and admins/],
  ] as const)('says why %s may not in mode %s, and describes the tables all the same', async (role, mode, reason) => {
    const schema = await schemaFor(role, mode);
    expect(schema).toMatchObject({ allowed: false, reason: expect.stringMatching(reason), functions: ['sum'] });
  });
});
