import { setImmediate } from 'node:timers/promises';
import { FEATURE_SPECS } from '../features/feature-specs';
import type { FeatureMatrix } from '../features/matrix';
import { compareWithReference } from '../drift';
import { baseRateOf, explain, type ChurnModel } from '../model/churn-model';
import { readableFeatures, RETURN_CHANCE, withDerived } from '../model/derived-features';
import { withChanges } from '../what-if/with-changes';
import type { DriftRow, ScoredCustomers, ServedModel } from './scored';

/** Features whose spread says nothing about drift. */
const OF_GROUP = new Set(FEATURE_SPECS.filter(({ ofGroup }) => ofGroup).map(({ key }) => key));

/** A trained model as the questions about churn see it. */
export function servedModel(model: ChurnModel): ServedModel {
  const baseRate = baseRateOf(model);
  return {
    facts: model.facts,
    quality: model.quality,
    gates: model.gates,
    features: model.features,
    baseRate,
    typical: model.typical,
    explain: (rows) =>
      explain(
        model,
        model.features.map((_, feature) => Float64Array.from(rows, (row) => row[feature]!)),
      ),
    withChanges: (start, changes) => changed(model, start ?? model.typical, changes),
    drift: (scored) => driftRows(model, scored),
  };
}

function changed(model: ChurnModel, start: Float64Array, changes: Readonly<Record<string, number>>): Float64Array {
  const known = new Map(model.features.map((key, feature) => [key, start[feature]!]));
  known.delete(RETURN_CHANCE.key);
  const names = readableFeatures(model.features);
  const values = withChanges(known, changes, names);
  const one: FeatureMatrix = {
    cut: '',
    names,
    length: 1,
    customerKeys: new Int32Array(1),
    columns: names.map((key) => Float64Array.of(values.get(key) ?? Number.NaN)),
  };
  const derived = withDerived(one, model.rhythm, model.facts.horizonDays);
  return Float64Array.from(derived.columns, (column) => column[0]!);
}

/** Feature by feature, between which other questions get their turn. */
async function driftRows(model: ChurnModel, scored: ScoredCustomers): Promise<DriftRow[]> {
  const columns = [...(await scored.matrix()).columns, await scored.probabilities()];
  const rows: DriftRow[] = [];
  for (const [i, reference] of model.references.entries()) {
    const feature = model.features[i] ?? 'score';
    if (OF_GROUP.has(feature)) continue;
    rows.push({ feature, ...compareWithReference(reference, columns[i]!) });
    await setImmediate();
  }
  return rows.sort((one, other) => other.psi - one.psi);
}
