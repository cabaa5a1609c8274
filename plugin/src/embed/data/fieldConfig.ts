import type { FieldConfig, FieldConfigSource, ThresholdsConfig } from '@grafana/data';
import { isObject } from '../model/read';

/** A panel's field configuration over the defaults of its type, with the thresholds that JSON cannot say restored. */
export function withDefaults(config: FieldConfigSource, defaults: FieldConfig): FieldConfigSource {
  return {
    defaults: {
      ...defaults,
      ...config.defaults,
      thresholds: restore(config.defaults.thresholds ?? defaults.thresholds),
      custom: { ...defaults.custom, ...config.defaults.custom },
    },
    overrides: config.overrides.map((rule) => ({
      ...rule,
      properties: rule.properties.map((one) =>
        one.id === 'thresholds' ? { ...one, value: restoreUnknown(one.value) } : one,
      ),
    })),
  };
}

/** The first threshold begins at minus infinity, which JSON writes as null. */
function restore(thresholds: ThresholdsConfig | undefined): ThresholdsConfig | undefined {
  return (
    thresholds && {
      ...thresholds,
      steps: thresholds.steps.map((step) => ({ ...step, value: step.value ?? -Infinity })),
    }
  );
}

function restoreUnknown(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value.steps)) return value;
  return {
    ...value,
    steps: value.steps.map((step: unknown) => (isObject(step) ? { ...step, value: step.value ?? -Infinity } : step)),
  };
}
