import { getPanelDataSummary, toDataFrame } from '@grafana/data';
import { suggestFor, suggestionsSupplier } from './suggestions';
import { backtestFrame, forecastFrame } from './testing/frames';

describe('suggestions', () => {
  it.each([
    ['a forecast', [forecastFrame()], 1],
    ['past forecasts', [backtestFrame()], 1],
    ['nothing', [], 0],
    ['something else', [toDataFrame({ fields: [{ name: 'revenue', values: [1] }] })], 0],
  ])('for %s', (_name, frames, count) => {
    expect(suggestFor(frames)).toHaveLength(count);
  });

  it('can be called as every version of Grafana does', () => {
    expect(suggestionsSupplier(getPanelDataSummary([forecastFrame()]))).toHaveLength(1);
    expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
  });
});
