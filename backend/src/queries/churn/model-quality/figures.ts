import {
  labelOf,
  QUALITY_FIGURES,
  type FieldConfig,
  type Frame,
  type FrameField,
  type Language,
  type QualityFigure,
} from '../../../contract';
import { numberColumn } from '../../../frames';
import type { DriftRow, ServedModel } from '../../../churn/scoring/scored';
import { nameIn } from '../../in-language/frames';
import { wordingIn } from '../../wording';
import { fieldOf } from '../cells';
import { FIGURE_WORDS, type FigureWords } from './figure-words';
import { forecastOf, metricOf } from './measured';

type Verdict = 'good' | 'bad' | 'neutral';

interface Figure {
  value: number | null;
  /** What to compare it with, for people. */
  beside: string;
  verdict: Verdict;
}

const COLORS: Record<Verdict, string> = { good: 'green', bad: 'red', neutral: 'text' };

/** Within this share of what came true a forecast counts as good. */
const NEAR = 0.1;

/**
 * The numbers that people read first: numeric-wide, one row. Each field's display name says what to compare the number
 * with, and its colour whether that is good news, so that a plain stat panel shows both.
 *
 * @param drift empty where there are no scores to compare
 * @param only the one figure that is wanted; absent: all
 */
export function figuresFrame(
  model: ServedModel,
  drift: readonly DriftRow[],
  language: Language,
  only?: QualityFigure,
): Frame {
  const words = FIGURE_WORDS[language];
  const { decimal, share } = wordingIn(language);
  const figures: Record<QualityFigure, Figure> = {
    lift_at_10: against(model, 'lift_at_10', words, (value) => `${decimal(value, 1)} ×`),
    captured_at_10: against(model, 'captured_at_10', words, share),
    roc_auc: against(model, 'roc_auc', words, (value) => decimal(value, 3)),
    expected_returners: forecast(model, words),
    score_drift: driftOf(drift, words),
    gates_failed: gatesOf(model, words),
  };
  const field = (name: QualityFigure): FrameField => {
    const { value, beside, verdict } = figures[name];
    // Beside other figures, a figure's name must say which it is.
    const shown = only ? beside : `${nameIn(language, labelOf(name))} (${beside})`;
    return fieldOf(numberColumn(name, [value]), configOf(shown, verdict));
  };
  return {
    name: 'figures',
    meta: { type: 'numeric-wide' },
    fields: only ? [field(only)] : QUALITY_FIGURES.map(field),
  };
}

const configOf = (displayName: string, verdict: Verdict): FieldConfig => ({
  displayName,
  color: { mode: 'fixed', fixedColor: COLORS[verdict] },
});

function against(
  { quality }: ServedModel,
  metric: 'lift_at_10' | 'captured_at_10' | 'roc_auc',
  words: FigureWords,
  write: (value: number) => string,
): Figure {
  const [own, recency] = [metricOf(quality, 'model', metric), metricOf(quality, 'recency', metric)];
  if (own === undefined) return { value: null, beside: words.notMeasured, verdict: 'neutral' };
  if (recency === undefined) return { value: own, beside: words.nothingBeside, verdict: 'neutral' };
  return { value: own, beside: words.recencyAlone(write(recency)), verdict: own > recency ? 'good' : 'bad' };
}

function forecast({ quality }: ServedModel, words: FigureWords): Figure {
  const { expected, actual } = forecastOf(quality);
  const near = Math.abs(expected - actual) <= NEAR * actual;
  return {
    value: Number.isFinite(expected) ? expected : null,
    beside: words.cameBack(actual),
    verdict: near ? 'good' : 'neutral',
  };
}

const DRIFT_VERDICTS: Record<DriftRow['level'], Verdict> = { stable: 'good', moderate: 'neutral', large: 'bad' };

function driftOf(drift: readonly DriftRow[], words: FigureWords): Figure {
  const score = drift.find(({ feature }) => feature === 'score');
  if (!score) return { value: null, beside: words.notKnown, verdict: 'neutral' };
  return { value: score.psi, beside: words.level(score.level), verdict: DRIFT_VERDICTS[score.level] };
}

function gatesOf({ gates }: ServedModel, words: FigureWords): Figure {
  const failed = gates.filter(({ passed }) => !passed).length;
  return { value: failed, beside: words.ofChecks(gates.length), verdict: failed === 0 ? 'good' : 'bad' };
}
