import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([undefined, {}, { view: 'pie', bands: 3, history: 'week', columns: 2.5, sharedY: 'yes', fromZero: null }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = {
      view: 'backtest',
      asTable: true,
      bands: 'inner',
      history: 'quarter',
      showHolidays: false,
      showAnomalies: false,
      showLegend: false,
      fromZero: false,
      columns: 3,
      sharedY: true,
    };
    expect(readOptions(saved)).toEqual(saved);
  });

  it.each([-1, 9, '3', Number.NaN])('take no %j columns', (columns) => {
    expect(readOptions({ columns }).columns).toBe(0);
  });
});
