import { FEATURE_SPECS } from '../features/feature-specs';
import type { FeatureSpec } from '../features/spec';
import { FeatureValueError } from '../scoring/scored';

/** The features that a what-if may set. */
export const CHANGEABLE: readonly FeatureSpec[] = FEATURE_SPECS.filter((spec) => spec.whatIf !== undefined);

/** @throws FeatureValueError naming a feature that cannot be set, or a value that it cannot have */
export function checkChanges(changes: Readonly<Record<string, number>>): void {
  for (const [key, value] of Object.entries(changes)) checkChange(key, value);
}

function checkChange(key: string, value: number): void {
  const spec = CHANGEABLE.find((one) => one.key === key);
  if (!spec?.whatIf) {
    const known = CHANGEABLE.map((one) => one.key).join(', ');
    throw new FeatureValueError(`"${key}" is not a feature that can be set; these can: ${known}.`);
  }
  const { min, max } = spec.whatIf;
  if (!(value >= min && value <= max)) {
    throw new FeatureValueError(`${spec.label} (${key}) must be from ${min} to ${max}, not ${value}.`);
  }
  if (key === 'frequency' && !Number.isInteger(value)) {
    throw new FeatureValueError(`${spec.label} (${key}) must be a whole number, not ${value}.`);
  }
}
