import { FEATURE_SPECS } from '../features/feature-specs';
import type { FeatureSpec } from '../features/spec';
import { FeatureValueError } from '../scoring/scored';
import { notChangeable, notWhole, outOfRange } from './wording';

/** The features that a what-if may set. */
export const CHANGEABLE: readonly FeatureSpec[] = FEATURE_SPECS.filter((spec) => spec.whatIf !== undefined);

/**
 * @param features keys of those that the model has
 * @throws FeatureValueError naming a feature that cannot be set, or a value that it cannot have
 */
export function checkChanges(changes: Readonly<Record<string, number>>, features: readonly string[]): void {
  const changeable = CHANGEABLE.filter(({ key }) => features.includes(key));
  for (const [key, value] of Object.entries(changes)) checkChange(changeable, key, value);
}

function checkChange(changeable: readonly FeatureSpec[], key: string, value: number): void {
  const spec = changeable.find((one) => one.key === key);
  if (!spec?.whatIf) {
    const known = changeable.map((one) => one.key).join(', ');
    throw new FeatureValueError(notChangeable(key, known));
  }
  const { min, max } = spec.whatIf;
  if (!(value >= min && value <= max)) {
    throw new FeatureValueError(outOfRange(spec, min, max, value));
  }
  if (key === 'frequency' && !Number.isInteger(value)) {
    throw new FeatureValueError(notWhole(spec, value));
  }
}
