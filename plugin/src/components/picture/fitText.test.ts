import { fitText } from './fitText';
import { textWidth } from './textWidth';

describe('fitting a text', () => {
  it('leaves what fits as it is', () => {
    expect(fitText('Recency', 200, 12)).toBe('Recency');
  });

  it('cuts what does not, without a space before the ellipsis', () => {
    const cut = fitText('Days since the last order', 70, 12);
    expect(cut).toMatch(/^Days\S?.*[^ ]…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(70);
  });

  it('writes nothing where nothing can be read', () => {
    expect(fitText('Days since the last order', 8, 12)).toBe('');
  });
});
