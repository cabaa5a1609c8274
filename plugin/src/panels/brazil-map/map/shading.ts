import type { GrafanaTheme2 } from '@grafana/data';
import type { Place } from '../data/model';
import { MEASURE_STYLES, type Measure } from '../measures';
import { classesOf, classOf, type Method, type ValueClass } from '../scale/classes';
import { ramp } from '../scale/ramp';

/** What a state is filled with: the colour of its class, nothing sold, or no customers at all. */
export type Shade = { kind: 'class'; index: number; color: string } | { kind: 'zero' } | { kind: 'absent' };

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
  const colors = ramp(color, classes.length, theme);
  const colored = classes.map((one, index) => ({ ...one, color: colors[index] ?? color }));
  return {
    classes: colored,
    shadeOf: (place) => {
      if (!place) return { kind: 'absent' };
      const value = place.figures[measure];
      if (!counts(value)) return { kind: hasCustomers(place) ? 'zero' : 'absent' };
      const index = Math.max(0, classOf(value, classes));
      return { kind: 'class', index, color: colored[index]?.color ?? color };
    },
  };
}

const hasCustomers = ({ figures }: Place): boolean => (figures.customer_base ?? figures.customers ?? 0) > 0;
