import { DEFAULT_SETTINGS, resolveSettings, SettingsError } from './settings';

describe('resolveSettings', () => {
  it('answers with the defaults when nothing is set', () => {
    for (const nothing of [undefined, null, {}, { dataFolder: '', churnDays: '' }]) {
      expect(resolveSettings(nothing)).toEqual({
        ...DEFAULT_SETTINGS,
        dataFolder: undefined,
        warehouseFolder: undefined,
      });
    }
  });

  it('takes numbers that provisioning wrote as text, trims paths, ignores foreign keys', () => {
    const settings = resolveSettings({ churnDays: '90', dataFolder: ' /srv/shop ', somebodyElses: 1 });
    expect(settings).toMatchObject({ churnDays: 90, dataFolder: '/srv/shop' });
    expect(settings).not.toHaveProperty('somebodyElses');
  });

  it('takes a country in small letters, and Brazil where none is named', () => {
    expect([' de ', 'PT', '', undefined].map((country) => resolveSettings({ country }).country)).toEqual([
      'DE',
      'PT',
      'BR',
      'BR',
    ]);
  });

  it.each(['Brazil', 'XX', 'ZZ', 'B', '55', 55, ['BR']])('refuses %j as a country', (country) => {
    expect(() => resolveSettings({ country })).toThrow('country must be the two letters of a country');
  });

  it.each([
    [{ churnDays: 0 }, 'churnDays'],
    [{ churnDays: 'often' }, 'churnDays'],
    [{ dataFolder: 'shop' }, 'absolute path'],
    [{ warehouseFolder: 7 }, 'warehouseFolder'],
    [{ maskCustomerIds: 'me' }, 'viewers, everybody, nobody'],
    [{ segmentGrid: [['Lost']] }, 'five rows'],
    [{ segmentGrid: Array(5).fill(Array(5).fill('Whales')) }, '"Whales" is not a segment'],
  ])('refuses %j, naming it', (jsonData, part) => {
    expect(() => resolveSettings(jsonData)).toThrow(SettingsError);
    expect(() => resolveSettings(jsonData)).toThrow(part);
  });
});
