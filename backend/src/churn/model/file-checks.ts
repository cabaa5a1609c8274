import type { ModelFacts } from '../scoring/scored';
import type { GateResult, QualityReport } from './quality';

/** Whether a value has the facts that a model is known and served by. */
export function isModelFacts(value: unknown): value is ModelFacts {
  const facts = fieldsOf(value);
  const texts = ['id', 'algorithm', 'description', 'trainedAt', 'generation', 'knowsUntil'];
  const numbers = ['horizonDays', 'trainingRows', 'trees', 'seed'];
  return (
    texts.every((key) => typeof facts[key] === 'string') &&
    numbers.every((key) => Number.isFinite(facts[key])) &&
    Array.isArray(facts['trainingCuts']) &&
    typeof facts['libraries'] === 'object'
  );
}

const TABLES = ['metrics', 'folds', 'calibration', 'lift', 'importance', 'comparison'];

/** Whether a value has every table of a quality report. */
export function isQualityReport(value: unknown): value is QualityReport {
  const report = fieldsOf(value);
  return (
    typeof report['testCut'] === 'string' &&
    Number.isFinite(report['customers']) &&
    Number.isFinite(report['returners']) &&
    Number.isFinite(fieldsOf(report['confusion'])['threshold']) &&
    TABLES.every((key) => Array.isArray(report[key]))
  );
}

/** Whether a value lists gates with their outcome. */
export function areGates(value: unknown): value is GateResult[] {
  return Array.isArray(value) && value.every((gate) => typeof fieldsOf(gate)['passed'] === 'boolean');
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
