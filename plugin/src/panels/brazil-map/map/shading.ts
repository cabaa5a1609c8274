import type { GrafanaTheme2 } from '@grafana/data';
import type { Place } from '../data/model';
import { MEASURE_STYLES, type Measure } from '../measures';
import { classesOf, classOf, type Method, type ValueClass } from '../scale/classes';
import { ramp } from '../scale/ramp';

/** Why a state has no colour: nothing sold in the range, nothing known of it, or no customers at all. */
export const PLAIN_SHADES = ['zero', 'unknown', 'absent'] as const;
export type PlainShade = (typeof PLAIN_SHADES)[number];

/** What a state is filled with: the colour of its class, or none. */
export type Shade = { kind: 'class'; index: number; color: string } | { kind: PlainShade };

export interface Shading {
  classes: Array<ValueClass & { color: string }>;
  shadeOf: (place: Place | undefined) => Shade;
}

/** The classes of a measure over some places, and which of them each place lies in. */
export function shadingOf(places: readonly Place[], measure: Measure, method: Method, theme: GrafanaTheme2): Shading {
  const { color, share } = MEASURE_STYLES[measure];
  const counts = (value: number | null): value is number => value !== null && (share || value > 0);
  const values = places.map(({ figures }) => figures[measure]).filter(counts);
  const classes = classesOf(values, method);
  // Where there is nothing but zero, nothing is to stand out.
  const onlyZero = classes.length === 1 && classes[0]?.to === 0;
  const colors = ramp(color, onlyZero ? 2 : classes.length, theme);
  const colored = classes.map((one, index) => ({ ...one, color: colors[index] ?? color }));
  return {
    classes: colored,
    shadeOf: (place) => {
      if (!place) return { kind: 'absent' };
      const value = place.figures[measure];
      if (!counts(value)) return { kind: plainShade(place, value) };
      const index = Math.max(0, classOf(value, classes));
      return { kind: 'class', index, color: colored[index]?.color ?? color };
    },
  };
}

function plainShade(place: Place, value: number | null): PlainShade {
  if (!hasCustomers(place)) return 'absent';
  return value === null ? 'unknown' : 'zero';
}

const hasCustomers = ({ figures }: Place): boolean => (figures.customer_base ?? figures.customers ?? 0) > 0;
