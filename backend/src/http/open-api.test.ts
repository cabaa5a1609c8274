import { Validator } from '@seriousme/openapi-schema-validator';
import { fakeApp } from './testing/fake-app';

const fake = fakeApp();
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { summary?: string; responses: Record<string, unknown>; requestBody?: { content: object } }>
  >;
}

describe('GET /openapi.json', () => {
  it('is a valid OpenAPI document', async () => {
    const { body } = await fake.get('/api/openapi.json');
    expect(await new Validator().validate(body)).toMatchObject({ valid: true });
  });

  it('describes every route of the API, its answers and its errors', async () => {
    const { body } = await fake.get<Document>('/api/openapi.json');
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'delete /api/events/dead-letters',
      'get /api/alerts',
      'get /api/alerts/{id}',
      'get /api/audit',
      'get /api/customers',
      'get /api/customers/{id}',
      'get /api/dashboard/stats',
      'get /api/events/dead-letters',
      'get /api/model',
      'get /api/models',
      'get /api/schema',
      'get /api/status',
      'get /api/warehouse/loads',
      'get /api/webhooks',
      'patch /api/alerts/{id}',
      'post /api/alerts/grafana',
      'post /api/backup',
      'post /api/churn/predict',
      'post /api/events',
      'post /api/events/dead-letters/retry',
      'post /api/model/train',
      'post /api/query',
      'post /api/warehouse/rebuild',
    ]);
    const predict = body.paths['/api/churn/predict']?.post;
    expect(Object.keys(predict?.requestBody?.content ?? {})).toEqual(['application/json', 'text/csv']);
    expect(Object.keys(predict?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '404', '406', '413', '415', '422', '503']),
    );
  });
});
