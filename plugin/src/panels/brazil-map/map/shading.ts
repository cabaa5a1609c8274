import { MAP_STYLES, ramp, shadingOf, type ClassMethod, type PlainShade, type ColorClass } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Place } from '../data/model';
import type { Measure } from '../measures';

/** What a state is filled with: the colour of its class, or none. */
export type Shade = { kind: 'class'; index: number; color: string } | { kind: PlainShade };

export interface ColoredShading {
  classes: Array<ColorClass & { color: string }>;
  shadeOf: (place: Place | undefined) => Shade;
}

/** The classes of a measure over some places with their colours on a page, and which of them each place lies in. */
export function coloredShading(
  places: readonly Place[],
  measure: Measure,
  method: ClassMethod,
  { isDark }: Pick<GrafanaTheme2, 'isDark'>,
): ColoredShading {
  const { color } = MAP_STYLES[measure];
  const { classes, colors: count, shadeOf } = shadingOf(places, measure, method);
  const colors = ramp(color, count, isDark);
  const colorOf = (index: number): string => colors[index] ?? color;
  return {
    classes: classes.map((one, index) => ({ ...one, color: colorOf(index) })),
    shadeOf: (place) => {
      const shade = shadeOf(place);
      return shade.kind === 'class' ? { ...shade, color: colorOf(shade.index) } : shade;
    },
  };
}
