import { getPanelDataSummary } from '@grafana/data';
import { suggestionsSupplier, suggestFor } from './suggestions';
import { CITIES, frameOf, shopFrames, STATES } from './testing/frames';

describe('suggestions', () => {
  it('offer states and cities where there are both', () => {
    expect(suggestFor(shopFrames()).map(({ name }) => name)).toEqual([
      'Map of Brazil: states',
      'Map of Brazil: cities',
    ]);
  });

  it('offer what there is', () => {
    expect(suggestFor([frameOf(STATES)])).toHaveLength(1);
    expect(suggestFor([frameOf(CITIES)])).toHaveLength(1);
    expect(suggestFor([frameOf([{ ...CITIES[0], latitude: null }])])).toEqual([]);
  });

  it('offer nothing for other data, nor for states of another country', () => {
    expect(suggestFor([])).toEqual([]);
    expect(suggestFor([frameOf([{ time: 1, revenue: 2 }])])).toEqual([]);
    expect(suggestFor([frameOf([{ state: 'TX', revenue: 2 }])])).toEqual([]);
  });

  it('can be called as every version of Grafana does', () => {
    expect(suggestionsSupplier(getPanelDataSummary(shopFrames()))).toHaveLength(2);
    expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
  });
});
