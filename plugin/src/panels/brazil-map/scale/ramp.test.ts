import { createTheme } from '@grafana/data';
import { contrast } from '../../../components/picture/color';
import { MEASURE_STYLES } from '../measures';
import { MOST_CLASSES } from './classes';
import { ramp, surfaceOf } from './ramp';

const colors = [...new Set(Object.values(MEASURE_STYLES).map(({ color }) => color))];

describe.each(['dark', 'light'] as const)('a ramp on a %s page', (mode) => {
  const theme = createTheme({ colors: { mode } });

  it.each(colors)('stands off the page ever more: %s', (color) => {
    const off = ramp(color, MOST_CLASSES, theme).map((one) => contrast(one, surfaceOf(theme)));
    expect(off).toEqual(off.toSorted((a, b) => a - b));
    expect(off[0]).toBeGreaterThan(1.15);
    // Neighbours must be told apart without knowing the hue.
    for (let n = 1; n < off.length; n++) expect(off[n]! / off[n - 1]!).toBeGreaterThan(1.15);
  });

  it('has a colour for one class', () => {
    expect(ramp('#0072b2', 1, theme)).toEqual(['#0072b2']);
    expect(ramp('#0072b2', 0, theme)).toEqual([]);
  });
});
