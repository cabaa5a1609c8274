import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([
    undefined,
    {},
    { view: 'pie', showFigures: 7, showLegend: 'yes', rows: 0, showList: 1, customerLink: 3, stageVariable: null },
  ])('%j: the defaults', (saved) => {
    expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
  });

  it('are kept where they are known', () => {
    const saved = {
      view: 'table',
      showFigures: false,
      showLegend: false,
      showSummary: false,
      showList: false,
      rows: 5,
      customerLink: '/c',
      periodVariable: 'p',
    };
    expect(readOptions({ ...saved, stageVariable: ' s ' })).toEqual({
      ...DEFAULT_OPTIONS,
      ...saved,
      stageVariable: 's',
    });
  });
});
