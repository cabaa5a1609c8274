import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([undefined, {}, { measure: 'profit', level: 7, method: null, asTable: 'yes', variable: 3 }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = {
      measure: 'high_risk_share',
      level: 'cities',
      method: 'steps',
      asTable: true,
      showLabels: false,
      showLegend: false,
      variable: ' uf ',
    };
    expect(readOptions(saved)).toEqual({ ...saved, variable: 'uf' });
  });

  it('keep an empty variable: the choice is then for the panel alone', () => {
    expect(readOptions({ variable: '' }).variable).toBe('');
  });
});
