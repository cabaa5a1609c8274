import type { Role } from './callers';
import { PERMITTED, type Permission } from './access/permissions';
import { fakeApp } from './testing/fake-app';
import { ALERT } from './testing/fake-alerts';
import { IDS } from './testing/fake-answers';

const ROLES: readonly Role[] = ['Admin', 'Operator', 'Editor', 'Viewer', 'None'];

/** What a route asks for: every route stands here, so that nobody adds one without deciding. */
const ACCESS: Readonly<Record<string, { needs: Permission; payload?: object }>> = {
  'GET /api/alerts': { needs: 'read' },
  'GET /api/alerts/:id': { needs: 'read' },
  'PATCH /api/alerts/:id': { needs: 'work_warnings', payload: { state: 'acted' } },
  'POST /api/alerts/grafana': { needs: 'work_warnings', payload: { alerts: [] } },
  'GET /api/audit': { needs: 'administer' },
  'DELETE /api/events/dead-letters': { needs: 'send_events' },
  'GET /api/customers': { needs: 'read' },
  'GET /api/customers/:id': { needs: 'read' },
  'GET /api/dashboard/stats': { needs: 'read' },
  'GET /api/events/dead-letters': { needs: 'send_events' },
  'GET /api/model': { needs: 'read' },
  'GET /api/models': { needs: 'read' },
  'GET /api/openapi.json': { needs: 'read' },
  'GET /api/schema': { needs: 'read' },
  'GET /api/status': { needs: 'read' },
  'GET /api/warehouse/loads': { needs: 'read' },
  'GET /api/webhooks': { needs: 'manage' },
  'POST /api/backup': { needs: 'administer' },
  'POST /api/churn/predict': { needs: 'read', payload: { customers: [IDS[0]] } },
  'POST /api/events': { needs: 'send_events', payload: {} },
  'POST /api/events/dead-letters/retry': { needs: 'send_events' },
  'POST /api/model/train': { needs: 'manage' },
  'POST /api/query': { needs: 'read', payload: { from: 0, to: 1, queries: [] } },
  'POST /api/warehouse/rebuild': { needs: 'manage' },
};

const fake = fakeApp();
const found: string[] = [];
fake.app.addHook('onRoute', ({ method, url }) => {
  for (const one of [method].flat()) if (one !== 'HEAD') found.push(`${one} ${url}`);
});
beforeAll(async () => fake.app.ready());
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

it('is decided for every route', () => {
  expect(found.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
});

describe.each(Object.entries(ACCESS))('%s', (route, { needs, payload }) => {
  it.each(ROLES)('for the role %s', async (role) => {
    fake.role = role;
    const [method, path = ''] = route.split(' ');
    const { statusCode } = await fake.app.inject({
      method: method === 'GET' || method === 'DELETE' || method === 'PATCH' ? method : 'POST',
      url: path.replace(':id', path.includes('alerts') ? ALERT.id : (IDS[0] ?? '')),
      payload,
    });
    const allowed = PERMITTED[needs].includes(role);
    expect(statusCode === 403).toBe(!allowed);
    expect(statusCode < 400).toBe(allowed);
  });
});

it('is a table in which every role may do all that the one below it may', () => {
  const count = (role: Role): number => Object.values(PERMITTED).filter((roles) => roles.includes(role)).length;
  expect(ROLES.map(count)).toEqual([7, 6, 4, 1, 1]);
  for (const [permission, roles] of Object.entries(PERMITTED)) {
    expect([permission, ROLES.slice(0, roles.length).toSorted()]).toEqual([permission, roles.toSorted()]);
  }
});
