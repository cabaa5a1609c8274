import { MODEL_BODY } from '../../contract/rest/schemas';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
beforeEach(() => fake.reset());
afterAll(() => fake.app.close());

describe('GET /model', () => {
  it('answers facts, metrics, gates and features with their limits, by its schema', async () => {
    const { status, body } = await fake.get('/api/model');
    expect(status).toBe(200);
    expect(violations(MODEL_BODY, body)).toBeNull();
    expect(body).toMatchObject({
      facts: [{ fact: 'some fact', value: '2018-03-01' }],
      metrics: [{ low: null, better: 'higher' }],
      gates: [{ passed: true }],
      features: [
        { feature: 'recency_days', min: 0, max: 800, importance: 0.07 },
        { feature: 'frequency', min: 1, max: 20, importance: null },
      ],
    });
  });

  it('tells the gates of a model that gives no scores', async () => {
    fake.served.failures.set('what_if', { status: 422, error: 'Too few customers.' });
    const { status, body } = await fake.get('/api/model');
    expect(status).toBe(200);
    expect(body).toMatchObject({ gates: [{ passed: true }], features: [] });
  });

  it('says why where there is no model', async () => {
    fake.served.failures.set('model_quality', { status: 422, error: 'No model yet.' });
    expect(await fake.get('/api/model')).toEqual({ status: 422, body: { error: 'No model yet.' } });
  });
});
