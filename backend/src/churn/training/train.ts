import { writtenDay } from '../../contract';
import { BgNbdError } from '../bgnbd';
import { EvaluationError } from '../evaluation';
import type { ChurnModel } from '../model/churn-model';
import { planSplits, SplitError, type SplitPlan } from '../splits';
import { TrainingError } from '../trees';
import { assess } from './assess';
import { calibrateOn, type FoldCalibration } from './calibrate-folds';
import { crossFit } from './cross-fit';
import { TrainingRefused } from './errors';
import { fitFinal } from './final-model';
import { countReturned, judgeFold, type JudgedFold } from './folds';
import { checkData } from './gate-facts';
import { labelledCuts, type LabelledCuts } from './labelled-cuts';
import { learntFeatures } from './learnt-features';
import { runOf, type TrainingOptions } from './options';
import { RECIPES } from './recipes';

/** Cuts that a fold learns from at most: further back customers were others. */
const TRAINING_CUTS = 6;
const SPACING_DAYS = 30;
/**
 * A fold that learnt from fewer returners, or is judged by fewer, says too little of the model that serves to calibrate
 * it by.
 */
const FEWEST_TO_CALIBRATE = 150;

/** A trained model with what is known of its making. */
export interface Trained {
  model: ChurnModel;
  /** The folds that were judged, the test last. */
  folds: readonly JudgedFold[];
  calibration: FoldCalibration;
  seconds: number;
}

/**
 * Trains and judges a churn model on purged time-series splits, then fits it anew to all cuts whose horizon is complete.
 * Nothing is written.
 *
 * @throws TrainingRefused when the data does not suffice, saying what is missing
 * @throws the signal's reason when it is aborted
 */
export async function train(options: TrainingOptions): Promise<Trained> {
  try {
    return await trainAndJudge(options);
  } catch (error) {
    const lacking = [BgNbdError, TrainingError, EvaluationError].some((kind) => error instanceof kind);
    if (lacking) throw new TrainingRefused((error as Error).message);
    throw error;
  }
}

async function trainAndJudge(options: TrainingOptions): Promise<Trained> {
  const began = performance.now();
  const plan = plannedSplits(options);
  const { engine, horizonDays, signal } = options;
  const features = await learntFeatures(engine, plan.test.trainingCuts.at(-1)!, signal);
  const cuts = labelledCuts(engine, horizonDays, { features, signal });
  checkData(options, await cuts.at(plan.refitCuts.at(-1)!));
  const folds = await judgeFolds(plan, cuts, options);
  const test = folds.at(-1)!;
  const calibration = calibrateOn(await calibrationCustomers(folds, plan, cuts, options));
  report(options, 'judging the test', 0.6);
  const assessment = await assess(test, calibration.calibration, calibration.threshold);
  report(options, 'fitting to all cuts', 0.75);
  const matrices = await Promise.all(plan.refitCuts.map((cut) => cuts.at(cut)));
  const model = await fitFinal(matrices, folds, assessment, options);
  report(options, 'done', 1);
  return { model, folds, calibration, seconds: (performance.now() - began) / 1000 };
}

function report({ onProgress, signal }: TrainingOptions, step: string, share: number): void {
  signal?.throwIfAborted();
  onProgress?.({ step, share });
}

function plannedSplits({ generation, horizonDays, testCut }: TrainingOptions): SplitPlan {
  const { regularFirstDay: firstDay, regularLastDay: lastDay } = generation;
  try {
    return planSplits({
      firstDay,
      lastDay,
      horizonDays,
      testCut,
      spacingDays: SPACING_DAYS,
      trainingCuts: TRAINING_CUTS,
      fewestValidationCuts: 0,
    });
  } catch (error) {
    if (error instanceof SplitError) throw new TrainingRefused(error.told);
    throw error;
  }
}

/** Folds with enough customers, the test last. */
async function judgeFolds(plan: SplitPlan, cuts: LabelledCuts, options: TrainingOptions): Promise<JudgedFold[]> {
  const recipe = RECIPES[options.algorithm];
  const planned = [
    ...plan.validation.map((fold, i) => ({ fold, name: `validation ${i + 1}`, role: 'validation' as const })),
    { fold: plan.test, name: 'test', role: 'test' as const },
  ];
  const judged: JudgedFold[] = [];
  for (const [i, { fold, name, role }] of planned.entries()) {
    report(options, `judging ${name} at ${fold.evaluationCut}`, 0.05 + (0.45 * i) / planned.length);
    const one = await judgeFold(name, role, fold, cuts, recipe, options, runOf(options));
    if (one) judged.push(one);
    else if (role === 'test') throw refusal(plan, options);
  }
  return judged;
}

function refusal(plan: SplitPlan, { horizonDays }: TrainingOptions): TrainingRefused {
  const cut = plan.test.evaluationCut;
  return new TrainingRefused({
    en:
      `Too few customers came back within ${horizonDays} ${horizonDays === 1 ? 'day' : 'days'} before or after ` +
      `${writtenDay(cut, 'en')}, or too few stayed ` +
      'away, to learn the difference: there must be 20 of either. Load a longer history, or choose another horizon.',
    'pt-BR':
      `Poucos clientes voltaram em ${horizonDays} ${horizonDays === 1 ? 'dia' : 'dias'} antes ou depois de ${writtenDay(cut, 'pt-BR')}, ou poucos deixaram de voltar, para ` +
      'aprender a diferença: são precisos 20 de cada. Carregue um histórico mais longo ou escolha outro horizonte.',
  });
}

async function calibrationCustomers(
  folds: readonly JudgedFold[],
  plan: SplitPlan,
  cuts: LabelledCuts,
  options: TrainingOptions,
) {
  const later = folds.filter(({ row }) => row.role === 'validation' && row.trainingReturners >= FEWEST_TO_CALIBRATE);
  const judged = later.map((fold) => fold.judged);
  if (countReturned(judged.map(({ matrix }) => matrix)) >= FEWEST_TO_CALIBRATE) return judged;
  report(options, 'calibrating', 0.5);
  const training = await Promise.all(plan.test.trainingCuts.map((cut) => cuts.at(cut)));
  return crossFit(training, RECIPES[options.algorithm], options, runOf(options));
}
