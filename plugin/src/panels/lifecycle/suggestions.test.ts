import { getPanelDataSummary, toDataFrame } from '@grafana/data';
import { suggestionsSupplier, suggestFor } from './suggestions';
import { lifecycleFrame } from './testing/frames';

describe('suggestions', () => {
  it('offer the panel for the lifecycle, and nothing for other data', () => {
    expect(suggestFor([lifecycleFrame()]).map(({ name }) => name)).toEqual(['Customer lifecycle']);
    expect(suggestFor([])).toEqual([]);
    expect(suggestFor([toDataFrame({ fields: [{ name: 'time', values: [1] }] })])).toEqual([]);
  });

  it('can be called as every version of Grafana does', () => {
    expect(suggestionsSupplier(getPanelDataSummary([lifecycleFrame()]))).toHaveLength(1);
    expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
  });
});
