import type { Role } from './callers';
import { fakeApp } from './testing/fake-app';
import { IDS } from './testing/fake-answers';

const ROLES: readonly Role[] = ['Admin', 'Editor', 'Viewer', 'None'];
const EVERYBODY = ROLES;
const ADMINS: readonly Role[] = ['Admin'];

/** Who may call a route: every route stands here, so that nobody adds one without deciding. */
const ACCESS: Readonly<Record<string, { who: readonly Role[]; payload?: object }>> = {
  'get /api/customers': { who: EVERYBODY },
  'get /api/customers/{id}': { who: EVERYBODY },
  'get /api/dashboard/stats': { who: EVERYBODY },
  'get /api/model': { who: EVERYBODY },
  'get /api/models': { who: EVERYBODY },
  'get /api/schema': { who: EVERYBODY },
  'get /api/status': { who: EVERYBODY },
  'get /api/warehouse/loads': { who: EVERYBODY },
  'post /api/churn/predict': { who: EVERYBODY, payload: { customers: [IDS[0]] } },
  'post /api/model/train': { who: ADMINS },
  'post /api/query': { who: EVERYBODY, payload: { from: 0, to: 1, queries: [] } },
  'post /api/warehouse/rebuild': { who: ADMINS },
};

const fake = fakeApp();
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

it('is decided for every route', async () => {
  const { body } = await fake.get<{ paths: Record<string, object> }>('/api/openapi.json');
  const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(routes.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
});

describe.each(Object.entries(ACCESS))('%s', (route, { who, payload }) => {
  it.each(ROLES)('for the role %s', async (role) => {
    fake.role = role;
    const [method, path = ''] = route.split(' ');
    const { statusCode } = await fake.app.inject({
      method: method === 'get' ? 'GET' : 'POST',
      url: path.replace('{id}', IDS[0] ?? ''),
      payload,
    });
    const allowed = who.includes(role);
    expect(statusCode === 403).toBe(!allowed);
    expect(statusCode < 400).toBe(allowed);
  });
});
