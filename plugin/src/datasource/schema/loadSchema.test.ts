import { datasourceWith } from '../testing/datasources';
import { schemaWith } from '../testing/schema';
import { loadSchema } from './loadSchema';

describe('loading what SQL may use', () => {
  it('asks once, however many ask', async () => {
    const datasource = datasourceWith();
    const ask = jest.spyOn(datasource, 'getResource').mockResolvedValue(schemaWith());
    await expect(Promise.all([loadSchema(datasource), loadSchema(datasource)])).resolves.toEqual([
      schemaWith(),
      schemaWith(),
    ]);
    await loadSchema(datasource);
    expect(ask.mock.calls).toEqual([['schema']]);
  });

  it('asks each data source of its own', async () => {
    const [one, other] = [datasourceWith(), datasourceWith()];
    jest.spyOn(one, 'getResource').mockResolvedValue(schemaWith());
    jest.spyOn(other, 'getResource').mockResolvedValue(schemaWith({ allowed: false }));
    await loadSchema(one);
    await expect(loadSchema(other)).resolves.toHaveProperty('allowed', false);
  });

  it('asks again after a failure', async () => {
    const datasource = datasourceWith();
    const ask = jest.spyOn(datasource, 'getResource').mockRejectedValueOnce(new Error('busy'));
    await expect(loadSchema(datasource)).rejects.toThrow('busy');
    ask.mockResolvedValue(schemaWith());
    await expect(loadSchema(datasource)).resolves.toHaveProperty('allowed', true);
  });

  it.each([undefined, null, 'text', {}, { ...schemaWith(), tables: 1 }, { ...schemaWith(), allowed: 'yes' }])(
    'refuses an answer of another kind: %j',
    async (body) => {
      const datasource = datasourceWith();
      jest.spyOn(datasource, 'getResource').mockResolvedValue(body);
      await expect(loadSchema(datasource)).rejects.toThrow(
        'gave an answer that this version of the plugin does not know',
      );
    },
  );
});
