import { legendRows } from './rows';

describe('rows of the legend', () => {
  it('is one row while everything fits', () => {
    expect(legendRows(['Lost 10%', 'New 20%'], 400)).toBe(1);
  });

  it('wraps what does not fit', () => {
    expect(legendRows(['Potential loyalists 10.0%', 'Need attention 20.0%', 'About to sleep 5.0%'], 200)).toBe(3);
  });

  it('gives an entry that is wider than the panel a row of its own', () => {
    expect(legendRows(['Potential loyalists 10.0%', 'New 1%'], 50)).toBe(2);
  });
});
