import { contrast } from '../colors';
import { MOST_CLASSES } from './classes';
import { MAP_STYLES } from './measures';
import { ramp, surfaceOn } from './ramp';

const colors = [...new Set(Object.values(MAP_STYLES).map(({ color }) => color))];

describe.each([true, false])('a ramp where the page is dark: %s', (isDark) => {
  it.each(colors)('stands off the page ever more: %s', (color) => {
    const off = ramp(color, MOST_CLASSES, isDark).map((one) => contrast(one, surfaceOn(isDark)));
    expect(off).toEqual(off.toSorted((a, b) => a - b));
    expect(off[0]).toBeGreaterThan(1.15);
    // Neighbours must be told apart without knowing the hue.
    for (let n = 1; n < off.length; n++) expect(off[n]! / off[n - 1]!).toBeGreaterThan(1.15);
  });

  it('has a colour for one class', () => {
    expect(ramp('#0072b2', 1, isDark)).toEqual(['#0072b2']);
    expect(ramp('#0072b2', 0, isDark)).toEqual([]);
  });
});
