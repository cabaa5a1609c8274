import { buildDriftReference } from '../drift';
import type { LabelledMatrix } from '../features/matrix';
import { churnProbabilities, type ChurnModel } from '../model/churn-model';
import { columnOf, withDerived } from '../model/derived-features';
import { newModelId } from '../model/store';
import { fitValueModel, readOutcomes } from '../value';
import type { Assessment } from './assess';
import { calibrateOn } from './calibrate-folds';
import { fit, type Fitted } from './fit';
import type { JudgedFold } from './folds';
import { dataFacts, outcomesOf, passedGates } from './gate-facts';
import { runOf, type TrainingOptions } from './options';
import { RECIPES } from './recipes';

/**
 * The model that serves: fitted to all complete cuts, calibrated on what the test's model said of the test's customers.
 *
 * @param matrices customers at these cuts, ascending
 * @param folds those that were judged, the test last
 * @throws TrainingRefused when a hard gate fails
 */
export async function fitFinal(
  matrices: readonly LabelledMatrix[],
  folds: readonly JudgedFold[],
  { report: quality, rocAuc }: Assessment,
  options: TrainingOptions,
): Promise<ChurnModel> {
  const test = folds.at(-1)!;
  const fitted = await fit(RECIPES[options.algorithm], matrices, options, runOf(options));
  const { calibration } = calibrateOn([test.judged]);
  const latest = matrices.at(-1)!;
  const gates = passedGates({
    ...dataFacts(options, latest),
    training: outcomesOf(matrices),
    test: {
      modelAuc: rocAuc.value,
      recencyAuc: test.row.rocAuc.recency,
      standardError: rocAuc.standardError ?? 0,
    },
  });
  const history = { frequency: columnOf(latest, 'frequency'), monetary: columnOf(latest, 'monetary') };
  return {
    facts: await facts(fitted, matrices, options),
    features: fitted.features,
    parts: fitted.parts,
    calibration,
    rhythm: fitted.rhythm,
    value: fitValueModel(history, await readOutcomes(options.engine, latest.cut, options.horizonDays, options.signal)),
    typical: fitted.typical,
    references: references(fitted, calibration, withDerived(latest, fitted.rhythm, options.horizonDays).columns),
    quality: { ...quality, folds: folds.map(({ row }) => row), comparison: [] },
    gates,
  };
}

async function facts(
  fitted: Fitted,
  matrices: readonly LabelledMatrix[],
  options: TrainingOptions,
): Promise<ChurnModel['facts']> {
  const { horizonDays, generation, trees, seed, algorithm } = options;
  const now = new Date();
  const [engine] = await options.engine.rows('SELECT version() AS version', {}, options.signal);
  return {
    id: newModelId(horizonDays, now),
    algorithm,
    description: RECIPES[algorithm].description,
    trainedAt: now.toISOString(),
    generation: generation.id,
    files: generation.files,
    horizonDays,
    knowsUntil: generation.regularLastDay,
    trainingCuts: matrices.map(({ cut }) => cut),
    trainingRows: fitted.rows,
    trees,
    seed,
    libraries: { ...options.libraries, node: process.versions.node, duckdb: String(engine?.version) },
  };
}

/** Drift is measured from the latest cut on: earlier ones describe a shop that was younger even at training. */
function references(
  { parts }: Fitted,
  calibration: ChurnModel['calibration'],
  latest: readonly Float64Array[],
): ChurnModel['references'] {
  return [...latest, churnProbabilities({ parts, calibration }, latest)].map((values) => buildDriftReference(values));
}
