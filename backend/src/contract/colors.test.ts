import { SEGMENT_STYLES, SEGMENTS } from './segments';
import { contrast, mix, readableOn } from './colors';

describe('colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
  });

  it.each(SEGMENTS)('text on %s can be read (at least 4.5 to 1)', (segment) => {
    const { color } = SEGMENT_STYLES[segment];
    expect(contrast(color, readableOn(color))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['#181b1f', '#ffffff'])('text on segments that step back on %s can be read', (background) => {
    for (const segment of SEGMENTS) {
      const color = mix(SEGMENT_STYLES[segment].color, background, 0.68);
      expect(contrast(color, readableOn(color))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('mixes two colours', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
  });
});
