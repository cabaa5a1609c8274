import { decodeBgNbd } from '../bgnbd';
import { decodeCalibration } from '../calibration';
import { decodeDriftReference } from '../drift';
import { readValueModel } from '../value';
import type { ChurnModel } from './churn-model';
import { areModelFeatures } from './derived-features';
import { ModelFileError } from './errors';
import { areGates, isModelFacts, isQualityReport } from './file-checks';
import { decodePart, type Part } from './parts';

/** The model as an object for JSON; `decodeModel` reads it. */
export function encodeModel(model: ChurnModel): object {
  return {
    ...model,
    parts: model.parts.map((part) => part.encode()),
    // JSON has no NaN: null stands for it.
    typical: Array.from(model.typical, (value) => (Number.isNaN(value) ? null : value)),
  };
}

/**
 * The model in a file's payload.
 *
 * @param name of the file, for messages
 * @throws ModelFileError when a part is missing or wrong, or when the model knows other features than this program
 */
export function decodeModel(payload: unknown, name: string): ChurnModel {
  try {
    return decode(payload);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ModelFileError(`${name} cannot be used: ${why}`, { cause: error });
  }
}

function decode(payload: unknown): ChurnModel {
  const given = record(payload, 'the model');
  const features = list(given.features, 'features').map(String);
  if (!areModelFeatures(features)) {
    throw new ModelFileError('it was trained on other features than this program knows. Train again.');
  }
  const parts = list(given.parts, 'parts').map((part) => decodePart(part, features.length));
  const typical = list(given.typical, 'typical').map((value) => (typeof value === 'number' ? value : Number.NaN));
  const references = list(given.references, 'references').map(decodeDriftReference);
  if (!addUp(parts) || typical.length !== features.length || references.length !== features.length + 1) {
    throw new ModelFileError('its parts do not fit together. Train again.');
  }
  return {
    facts: checked(given.facts, isModelFacts, 'facts'),
    features,
    parts,
    calibration: decodeCalibration(given.calibration),
    rhythm: decodeBgNbd(given.rhythm),
    value: readValueModel(given.value),
    typical: Float64Array.from(typical),
    references,
    quality: checked(given.quality, isQualityReport, 'quality'),
    gates: checked(given.gates, areGates, 'gates'),
  };
}

/** Whether the parts' weights are those of a mean. */
function addUp(parts: readonly Part[]): boolean {
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return Math.abs(sum - 1) < 1e-9;
}

function checked<T>(value: unknown, fits: (value: unknown) => value is T, name: string): T {
  if (fits(value)) return value;
  throw new ModelFileError(`${name} is missing or not whole. Train again.`);
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ModelFileError(`${name} is missing. Train again.`);
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw new ModelFileError(`${name} is missing. Train again.`);
}
