import { MAP_STYLES, MOST_CLASSES, ramp, readableOn, type MapMeasure } from '../../../../contract';

const HUES = [...new Set(Object.values(MAP_STYLES).map(({ color }) => color))];

const nameOf = (hue: number, count: number, index: number): string => `--map-${hue}-${count}-${index}`;

/** The style properties of a page for the colours of maps, each with the one in which text on it can be read. */
export function mapColors(isDark: boolean): string {
  const lists = HUES.flatMap((color, hue) =>
    Array.from({ length: MOST_CLASSES }, (_, n) => n + 1).flatMap((count) =>
      ramp(color, count, isDark).map((shade, index) => {
        const name = nameOf(hue, count, index);
        return `${name}: ${shade}; ${name}-ink: ${readableOn(shade)};`;
      }),
    ),
  );
  return lists.join(' ');
}

/** Which of them a class of a measure has, as a value of a style. */
export function classColor(measure: MapMeasure, count: number, index: number): { fill: string; ink: string } {
  const name = nameOf(HUES.indexOf(MAP_STYLES[measure].color), count, index);
  return { fill: `var(${name})`, ink: `var(${name}-ink)` };
}
