import type { ModelsBody } from '../../contract';
import { MODELS_BODY } from '../../contract/rest/schemas';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
afterAll(() => fake.app.close());

describe('GET /models', () => {
  it.each([
    ['m1', true],
    ['m2', false],
  ])('tells the kept models, and whether one serves: %s', async (id, serves) => {
    const status = fake.served.status();
    fake.served.status = () => ({ ...status, model: { state: 'ready', id } });
    const { body } = await fake.get<ModelsBody>('/api/models');
    expect(violations(MODELS_BODY, body)).toBeNull();
    expect(body.models).toMatchObject([{ id: 'm1', serves, roc_auc: 0.62, pr_auc: null }]);
  });
});
