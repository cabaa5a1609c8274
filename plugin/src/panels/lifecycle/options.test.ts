import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([undefined, {}, { view: 'pie', showFigures: 7, showLegend: 'yes', stageVariable: null }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = { view: 'table', showFigures: false, showLegend: false, showSummary: false, periodVariable: 'p' };
    expect(readOptions({ ...saved, stageVariable: ' s ' })).toEqual({ ...saved, stageVariable: 's' });
  });
});
