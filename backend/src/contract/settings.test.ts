import { DEFAULT_SETTINGS, resolveSettings } from './settings';
import { SettingsError } from './settings-error';

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

  it('takes some limits of SQL and leaves the others as they are', () => {
    const { sqlMode, sqlLimits } = resolveSettings({ sqlMode: 'editors', sqlLimits: { seconds: '5', rows: '' } });
    expect(sqlMode).toBe('editors');
    expect(sqlLimits).toEqual({ ...DEFAULT_SETTINGS.sqlLimits, seconds: 5 });
  });

  it('leaves SQL off unless somebody switches it on', () => {
    expect(resolveSettings({}).sqlMode).toBe('off');
    expect(resolveSettings({ sqlMode: false }).sqlMode).toBe('off');
  });

  it('keeps a fixed day while another mode holds', () => {
    expect(resolveSettings({ asOfMode: 'latest', asOfDay: ' 2018-06-30 ' })).toMatchObject({
      asOfMode: 'latest',
      asOfDay: '2018-06-30',
    });
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
    [{ asOfMode: 'today' }, 'asOfMode must be one of range_end, latest, fixed'],
    [{ asOfMode: 'fixed' }, 'asOfDay must name a day'],
    [{ asOfDay: '30/06/2018' }, 'asOfDay must be a day'],
    [{ sqlMode: true }, 'sqlMode must be one of off, editors, everybody'],
    [{ sqlLimits: 5 }, 'sqlLimits must be an object'],
    [{ sqlLimits: { row: 5 } }, '"row" is not a limit; known: seconds, rows'],
    [{ sqlLimits: { seconds: 0 } }, 'sqlLimits.seconds must be a whole number from 1 to 600'],
    [{ sqlLimits: { memoryMb: 'all' } }, 'sqlLimits.memoryMb must be a whole number from 64'],
    [{ segmentGrid: Array(5).fill(Array(5).fill('Whales')) }, '"Whales" is not a segment'],
  ])('refuses %j, naming it', (jsonData, part) => {
    expect(() => resolveSettings(jsonData)).toThrow(SettingsError);
    expect(() => resolveSettings(jsonData)).toThrow(part);
  });
});
