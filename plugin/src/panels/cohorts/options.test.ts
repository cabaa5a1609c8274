import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([undefined, {}, { view: 'pie', measure: 7, showLegend: 'yes', cohortVariable: null }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = { view: 'table', measure: 'revenue', showLegend: false, showSummary: false, periodVariable: '' };
    expect(readOptions({ ...saved, cohortVariable: ' c ' })).toEqual({ ...saved, cohortVariable: 'c' });
  });
});
