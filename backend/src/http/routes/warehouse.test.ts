import type { LoadsBody } from '../../contract';
import { BUILDING_BODY, LOADS_BODY } from '../../contract/rest/schemas';
import type { Role } from '../callers';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
const READY = fake.served.status();
beforeEach(() => {
  fake.reset();
  fake.served.status = () => READY;
});
afterAll(() => fake.app.close());

const rebuild = async (headers: Record<string, string> = {}) => {
  const response = await fake.app.inject({ method: 'POST', url: '/api/warehouse/rebuild', headers });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

describe('POST /warehouse/rebuild', () => {
  it('has the warehouse built anew, and says which generation answers meanwhile', async () => {
    const { status, body } = await rebuild({ 'content-type': 'application/json' });
    expect(status).toBe(202);
    expect(body).toEqual({ state: 'building', serving: 'g1', progress: { step: 'starting', share: 0 } });
    expect(violations(BUILDING_BODY, body)).toBeNull();
  });

  it('also builds the first generation again after it has failed', async () => {
    fake.served.status = () => ({ state: 'failed', error: 'orders are missing' });
    const { status, body } = await rebuild();
    expect(status).toBe(202);
    expect(violations(BUILDING_BODY, body)).toBeNull();
  });

  it('says when it is being built already', async () => {
    fake.served.rebuilds = false;
    expect(await rebuild()).toMatchObject({ status: 409, body: { error: expect.stringContaining('already') } });
  });

  it('is not for pages of other sites that use somebody’s browser', async () => {
    expect((await rebuild({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('GET /warehouse/loads', () => {
  it('tells how each kept generation was loaded, and which one serves', async () => {
    const { status, body } = await fake.get<LoadsBody>('/api/warehouse/loads');
    expect(status).toBe(200);
    expect(violations(LOADS_BODY, body)).toBeNull();
    expect(body.loads).toMatchObject([{ generation: 'g1', serves: true, rows_rejected: 1 }]);
    expect(body.loads[0]?.files[0]?.rejects[0]?.examples).toEqual([{ line: 7, record: ',aaaaaaaa11' }]);
  });

  it('keeps what stands in refused rows from callers who may not see whole ids', async () => {
    fake.role = 'Viewer';
    const { body } = await fake.get<LoadsBody>('/api/warehouse/loads');
    expect(violations(LOADS_BODY, body)).toBeNull();
    expect(body.loads[0]?.files[0]?.rejects).toEqual([
      { reason: 'order_id is empty', rows: 1, examples: [{ line: 7, record: null }] },
    ]);
  });

  it('names the folder to everybody, and says where it lies to those who look after the warehouse', async () => {
    const [load] = await fake.served.loads();
    fake.served.loads = () => Promise.resolve([{ ...load!, source: '/srv/shops/olist' }]);
    const sourceAs = async (role: Role) => {
      fake.role = role;
      return (await fake.get<LoadsBody>('/api/warehouse/loads')).body.loads[0]?.source;
    };
    expect(await sourceAs('Admin')).toBe('/srv/shops/olist');
    expect(await sourceAs('Editor')).toBe('olist');
    expect(await sourceAs('Viewer')).toBe('olist');
  });

  it('answers 503 while there is no warehouse', async () => {
    fake.served.status = () => ({ state: 'failed', error: 'orders are missing' });
    expect(await fake.get('/api/warehouse/loads')).toMatchObject({
      status: 503,
      body: { error: 'orders are missing' },
    });
  });
});
