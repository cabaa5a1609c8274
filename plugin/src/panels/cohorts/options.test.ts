import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([
    undefined,
    {},
    { view: 'pie', measure: 7, showLegend: 'yes', rows: 0, showList: 1, customerLink: 3, cohortVariable: null },
  ])('%j: the defaults', (saved) => {
    expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
  });

  it('are kept where they are known', () => {
    const saved = {
      view: 'table',
      measure: 'revenue',
      showLegend: false,
      showSummary: false,
      showList: false,
      rows: 5,
      customerLink: '/c',
      periodVariable: '',
    };
    expect(readOptions({ ...saved, cohortVariable: ' c ' })).toEqual({
      ...DEFAULT_OPTIONS,
      ...saved,
      cohortVariable: 'c',
    });
  });
});
