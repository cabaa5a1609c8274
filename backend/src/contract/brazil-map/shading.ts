import { classesOf, classOf, type ClassMethod, type ColorClass } from './classes';
import { MAP_STYLES, type MapMeasure, type PlaceFigures } from './measures';

/** Why a state has no colour: nothing sold in the range, nothing known of it, or no customers at all. */
export const PLAIN_SHADES = ['zero', 'unknown', 'absent'] as const;
export type PlainShade = (typeof PLAIN_SHADES)[number];

/** What a state is filled with: the colour of its class, or none. */
export type Shade = { kind: 'class'; index: number } | { kind: PlainShade };

export interface Shading {
  classes: readonly ColorClass[];
  /** How many colours the ramp has of which each class takes the one of its place. */
  colors: number;
  shadeOf: (place: Shaded | undefined) => Shade;
}

interface Shaded {
  figures: PlaceFigures;
}

/** The classes of a measure over some places, and which of them each place lies in. */
export function shadingOf(places: readonly Shaded[], measure: MapMeasure, method: ClassMethod): Shading {
  const { share } = MAP_STYLES[measure];
  const counts = (value: number | null): value is number => value !== null && (share || value > 0);
  const values = places.map(({ figures }) => figures[measure]).filter(counts);
  const classes = classesOf(values, method);
  // Where there is nothing but zero, nothing is to stand out.
  const onlyZero = classes.length === 1 && classes[0]?.to === 0;
  return {
    classes,
    colors: onlyZero ? 2 : classes.length,
    shadeOf: (place) => {
      if (!place) return { kind: 'absent' };
      const value = place.figures[measure];
      if (!counts(value)) return { kind: plainShade(place, value) };
      return { kind: 'class', index: Math.max(0, classOf(value, classes)) };
    },
  };
}

function plainShade(place: Shaded, value: number | null): PlainShade {
  if (!hasCustomers(place)) return 'absent';
  return value === null ? 'unknown' : 'zero';
}

const hasCustomers = ({ figures }: Shaded): boolean => (figures.customer_base ?? figures.customers ?? 0) > 0;
