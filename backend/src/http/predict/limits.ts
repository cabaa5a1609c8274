import { show } from '../../contract/parse-values';
import type { Row } from '../rows';

/** What a feature may be set to; a limit that is absent is not known. */
export interface FeatureLimits {
  min?: number;
  max?: number;
}

/** Limits by the key of the feature. */
export type Limits = ReadonlyMap<string, FeatureLimits>;

/** Limits of the features that may be set, as `GET /model` lists them. */
export function limitsOf(features: readonly Row[]): Limits {
  const number = (cell: unknown): number | undefined => (typeof cell === 'number' ? cell : undefined);
  const settable = features.filter(({ changeable }) => changeable === true);
  return new Map(settable.map(({ feature, min, max }) => [String(feature), { min: number(min), max: number(max) }]));
}

/** What is wrong with a value for a feature and what it may be; undefined when nothing is. */
export function problemWith(limits: Limits, feature: string, value: unknown): string | undefined {
  const own = limits.get(feature);
  if (!own)
    return `${JSON.stringify(feature)} is not a feature that can be set; known: ${[...limits.keys()].join(', ')}.`;
  const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE } = own;
  if (typeof value === 'number' && value >= min && value <= max) return undefined;
  return `${feature} must be a number${rangeOf(own)}, not ${shown(value)}.`;
}

function rangeOf({ min, max }: FeatureLimits): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

/** JSON writes NaN and the infinities as null. */
const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : show(value));
