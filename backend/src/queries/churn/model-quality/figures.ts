import {
  labelOf,
  QUALITY_FIGURES,
  type FieldConfig,
  type Frame,
  type FrameField,
  type QualityFigure,
} from '../../../contract';
import { numberColumn } from '../../../frames';
import type { DriftRow, ServedModel } from '../../../churn/scoring/scored';
import { count, share } from '../../wording';
import { fieldOf } from '../cells';
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
export function figuresFrame(model: ServedModel, drift: readonly DriftRow[], only?: QualityFigure): Frame {
  const figures: Record<QualityFigure, Figure> = {
    lift_at_10: against(model, 'lift_at_10', (value) => `${value.toFixed(1)} ×`),
    captured_at_10: against(model, 'captured_at_10', share),
    roc_auc: against(model, 'roc_auc', (value) => value.toFixed(3)),
    expected_returners: forecast(model),
    score_drift: driftOf(drift),
    gates_failed: gatesOf(model),
  };
  const field = (name: QualityFigure): FrameField => {
    const { value, beside, verdict } = figures[name];
    // Beside other figures, a figure's name must say which it is.
    const shown = only ? beside : `${labelOf(name)} (${beside})`;
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
  write: (value: number) => string,
): Figure {
  const [own, recency] = [metricOf(quality, 'model', metric), metricOf(quality, 'recency', metric)];
  if (own === undefined) return { value: null, beside: 'not measured', verdict: 'neutral' };
  if (recency === undefined) return { value: own, beside: 'nothing to compare with', verdict: 'neutral' };
  return { value: own, beside: `recency alone: ${write(recency)}`, verdict: own > recency ? 'good' : 'bad' };
}

function forecast({ quality }: ServedModel): Figure {
  const { expected, actual } = forecastOf(quality);
  const near = Math.abs(expected - actual) <= NEAR * actual;
  return {
    value: Number.isFinite(expected) ? expected : null,
    beside: `came back: ${count(actual)}`,
    verdict: near ? 'good' : 'neutral',
  };
}

const DRIFT_VERDICTS: Record<DriftRow['level'], Verdict> = { stable: 'good', moderate: 'neutral', large: 'bad' };

function driftOf(drift: readonly DriftRow[]): Figure {
  const score = drift.find(({ feature }) => feature === 'score');
  if (!score) return { value: null, beside: 'not known', verdict: 'neutral' };
  return { value: score.psi, beside: `${score.level}; large from 0.25`, verdict: DRIFT_VERDICTS[score.level] };
}

function gatesOf({ gates }: ServedModel): Figure {
  const failed = gates.filter(({ passed }) => !passed).length;
  return { value: failed, beside: `of ${gates.length} checks`, verdict: failed === 0 ? 'good' : 'bad' };
}
