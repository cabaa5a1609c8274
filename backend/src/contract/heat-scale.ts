import { BAND_STYLES } from './churn/bands';
import { mix } from './colors';
import { roundStep } from './round-step';

/** The classes into which a heat map's scale puts values: class 0 holds what is above 0 and up to the first bound. */
export interface HeatScale {
  /** Upper bounds, ascending; what lies above the last one is in a class of its own. */
  bounds: number[];
}

/** Colours that the eye can still tell apart. */
export const MOST_HEAT_CLASSES = 6;

/** This share of the weight is in values that the scale tells apart; a small cohort's jumps do not stretch it. */
const COVERED = 0.97;

interface Weighted {
  value: number;
  weight: number;
}

/** Classes of equal width, with round bounds, over values above zero; zero is in none of them. @param whole of counts */
export function heatScale(values: readonly Weighted[], whole: boolean): HeatScale {
  const top = quantile(
    values.filter(({ value }) => value > 0),
    COVERED,
  );
  if (top <= 0) return { bounds: [] };
  const step = roundStep(top / MOST_HEAT_CLASSES, whole);
  const count = Math.min(MOST_HEAT_CLASSES - 1, Math.max(1, Math.ceil(top / step - 1e-9) - 1));
  return { bounds: Array.from({ length: count }, (_, index) => Number(((index + 1) * step).toPrecision(12))) };
}

/** The class of a value, or undefined for nothing. */
export function heatClassOf(value: number, { bounds }: HeatScale): number | undefined {
  if (value <= 0) return undefined;
  const found = bounds.findIndex((bound) => value <= bound);
  return found < 0 ? bounds.length : found;
}

function quantile(values: readonly Weighted[], share: number): number {
  const sorted = values.toSorted((one, other) => one.value - other.value);
  const wanted = share * sorted.reduce((sum, { weight }) => sum + weight, 0);
  let seen = 0;
  for (const { value, weight } of sorted) {
    seen += weight;
    if (seen >= wanted) return value;
  }
  return 0;
}

/** One hue from pale to deep: lightness alone tells the steps apart, so that colour-blind readers see them, too. */
const HUE = BAND_STYLES.low.color;
const LIGHT = { from: mix('#ffffff', HUE, 0.16), over: mix('#ffffff', HUE, 0.82), to: mix(HUE, '#000000', 0.62) };
const DARK = { from: mix('#181b1f', HUE, 0.34), over: mix('#181b1f', HUE, 0.98), to: mix(HUE, '#ffffff', 0.84) };

/** A colour for each of so many classes; what is more stands out more, on a light page as on a dark one. */
export function heatColors(classes: number, isDark: boolean): string[] {
  const { from, over, to } = isDark ? DARK : LIGHT;
  return Array.from({ length: classes }, (_, index) => {
    const share = classes > 1 ? index / (classes - 1) : 1;
    return share <= 0.5 ? mix(from, over, share * 2) : mix(over, to, share * 2 - 1);
  });
}
