import { getPanelDataSummary, toDataFrame } from '@grafana/data';
import { suggestionsSupplier, suggestFor } from './suggestions';
import { cohortFrame } from './testing/frames';

describe('suggestions', () => {
  it('offer retention and revenue for cohorts', () => {
    expect(suggestFor([cohortFrame()]).map(({ name }) => name)).toEqual(['Cohort retention', 'Cohort revenue']);
  });

  it('offer nothing for other data', () => {
    expect(suggestFor([])).toEqual([]);
    expect(suggestFor([toDataFrame({ fields: [{ name: 'time', values: [1] }] })])).toEqual([]);
  });

  it('can be called as every version of Grafana does', () => {
    expect(suggestionsSupplier(getPanelDataSummary([cohortFrame()]))).toHaveLength(2);
    expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
  });
});
