import { TRAINING_BODY } from '../../contract/rest/schemas';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
const READY = fake.served.status();
beforeEach(() => {
  fake.reset();
  fake.served.status = () => ({
    ...READY,
    model: { state: 'ready', id: 'm1', progress: { step: 'trees', share: 0.1 } },
  });
});
afterAll(() => fake.app.close());

const train = async (headers: Record<string, string> = {}) => {
  const response = await fake.app.inject({ method: 'POST', url: '/api/model/train', headers });
  return { status: response.statusCode, headers: response.headers, body: response.json<Record<string, unknown>>() };
};

describe('POST /model/train', () => {
  it('has a model trained, and says which serves meanwhile', async () => {
    const { status, body } = await train();
    expect(status).toBe(202);
    expect(body).toEqual({ state: 'ready', id: 'm1', progress: { step: 'trees', share: 0.1 } });
    expect(violations(TRAINING_BODY, body)).toBeNull();
  });

  it('takes an empty body that claims to be JSON', async () => {
    expect((await train({ 'content-type': 'application/json' })).status).toBe(202);
  });

  it.each(['Editor', 'Viewer', 'None'] as const)('is not for the role %s', async (role) => {
    fake.role = role;
    expect(await train()).toMatchObject({ status: 403, body: { error: expect.stringContaining('administrators') } });
  });

  it('is not for pages of other sites that use somebody’s browser', async () => {
    expect((await train({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await train({ 'sec-fetch-site': 'same-origin' })).status).toBe(202);
  });

  it('says when one is being trained already', async () => {
    fake.served.retrains = false;
    expect(await train()).toMatchObject({ status: 409, body: { error: expect.stringContaining('already') } });
  });

  it('answers 503 while there is no warehouse', async () => {
    fake.served.status = () => ({ state: 'building' });
    expect(await train()).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });
});
