import { getPanelDataSummary } from '@grafana/data';
import { DEFAULT_OPTIONS, readOptions } from './options';
import { suggestFor, suggestionsSupplier } from './suggestions';
import { moveRow, movesFrame } from './testing/frames';

describe('saved options', () => {
  it.each([undefined, {}, { view: 'pie', lens: 'sideways', rows: 0, showList: 'yes', fromVariable: null }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = { view: 'table', lens: 'gone', rows: 7, showList: false, showSummary: false, customerLink: '/c' };
    expect(readOptions({ ...saved, toVariable: ' to ' })).toEqual({ ...DEFAULT_OPTIONS, ...saved, toVariable: 'to' });
  });
});

it('is suggested for moves, by every version of Grafana, and for nothing else', () => {
  expect(suggestFor([movesFrame()]).map(({ name }) => name)).toEqual(['Segment movement']);
  expect(suggestFor([movesFrame([moveRow('New', 'Lost', 0)])])).toEqual([]);
  expect(suggestFor([])).toEqual([]);
  expect(suggestionsSupplier(getPanelDataSummary([movesFrame()]))).toHaveLength(1);
  expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
});
