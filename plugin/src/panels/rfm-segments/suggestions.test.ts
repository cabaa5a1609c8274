import { getPanelDataSummary } from '@grafana/data';
import { suggestionsSupplier, suggestFor } from './suggestions';
import { frameOf, SHOP, shopFrames } from './testing/frames';

describe('suggestions', () => {
  it('offer both views where there are scores', () => {
    expect(suggestFor(shopFrames()).map(({ name }) => name)).toEqual(['RFM segments', 'RFM scores']);
  });

  it('offer the segments alone without scores', () => {
    expect(suggestFor([frameOf('rfm_segments', SHOP)]).map(({ name }) => name)).toEqual(['RFM segments']);
  });

  it('offer nothing for other data', () => {
    expect(suggestFor([])).toEqual([]);
    expect(suggestFor([frameOf('sales', [{ time: 1, revenue: 2 }])])).toEqual([]);
  });

  it('can be called as every version of Grafana does', () => {
    expect(suggestionsSupplier(getPanelDataSummary(shopFrames()))).toHaveLength(2);
    expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
  });
});
