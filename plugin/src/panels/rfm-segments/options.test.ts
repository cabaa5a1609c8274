import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([undefined, {}, { view: 'pie', size: 7, showLegend: 'yes', variable: null }])('%j: the defaults', (saved) => {
    expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
  });

  it('are kept where they are known', () => {
    const saved = { view: 'grid', size: 'revenue', showLegend: false, variable: ' risk ' };
    expect(readOptions(saved)).toEqual({ ...saved, variable: 'risk' });
  });

  it('keep an empty variable: segments cannot be chosen then', () => {
    expect(readOptions({ variable: '' }).variable).toBe('');
  });
});
