import { getPanelDataSummary } from '@grafana/data';
import { suggestionsSupplier, suggestFor } from './suggestions';
import { frameOf, listFrames, scoreFrames, whatIfFrames } from './testing/frames';

describe('suggestions', () => {
  it.each([
    ['one customer', scoreFrames(), ['Churn score']],
    ['a what-if', whatIfFrames(), ['Churn score']],
    ['many customers', listFrames(), ['Churn scores']],
    ['nothing', [], []],
    ['something else', [frameOf('sales', [{ time: 1, revenue: 2 }])], []],
  ])('for %s', (_name, frames, names) => {
    expect(suggestFor(frames).map(({ name }) => name)).toEqual(names);
  });

  it('can be called as every version of Grafana does', () => {
    expect(suggestionsSupplier(getPanelDataSummary(scoreFrames()))).toHaveLength(1);
    expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
  });
});
