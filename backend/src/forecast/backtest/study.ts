import type { ForecastModelKey } from '../../contract';
import type { Candidate } from '../choice/candidates';
import { candidatePath } from '../choice/choose';
import { PastErrors } from '../intervals/past-errors';
import { widthsFrom, type Widths } from '../intervals/widths';
import type { DailySeries } from '../series';
import { errorSums, seasonalScale } from './metrics';
import type { Origins } from './origins';
import type { PathTable } from './paths';

/** By how much a candidate's errors may differ from those of the reference; what is beyond is chance. */
const LEAST_RATIO = 0.75;
const LARGEST_RATIO = 1.33;
const JUDGED_DAYS = 90;

/** A series with what every model said of its past. */
export interface Study {
  series: DailySeries;
  origins: Origins;
  /** At the origins, and at the end of the series. */
  paths: PathTable;
  /** The model whose errors at many origins tell how wide bands must be. */
  reference: ForecastModelKey;
  candidates: readonly Candidate[];
  errors: Map<ForecastModelKey, PastErrors>;
}

/**
 * How wide the bands of a candidate must be at an origin, from errors known there. A cheap model's own errors at many
 * origins tell; dear models have too few, so theirs are the reference's, times how much larger or smaller theirs were
 * where both forecast.
 */
export function candidateWidths(study: Study, candidate: Candidate, known: number): Widths {
  const own = candidate.length === 1 && study.origins.cheap.every((o) => study.paths.get(candidate[0]!)?.has(o));
  const source = own ? candidate[0]! : study.reference;
  const widths = widthsFrom(errorsOf(study, source), known);
  if (own) return widths;
  const ratio = errorRatio(study, candidate, known);
  return {
    ofDays: (level, days) => widths.ofDays(level, days).map((width) => width * ratio),
    ofSum: (level, leads) => widths.ofSum(level, leads) * ratio,
  };
}

/** The past errors of one model, computed once. */
export function errorsOf({ series, paths, errors }: Study, model: ForecastModelKey): PastErrors {
  const kept = errors.get(model) ?? new PastErrors(series.values, paths.get(model) ?? new Map());
  errors.set(model, kept);
  return kept;
}

function errorRatio({ series, origins, paths, reference }: Study, candidate: Candidate, known: number): number {
  let own = 0;
  let other = 0;
  for (const origin of origins.judged) {
    const days = Math.min(JUDGED_DAYS, known - origin);
    const path = candidatePath(paths, candidate, origin);
    const beside = paths.get(reference)?.get(origin);
    if (days <= 0 || !path || !beside) continue;
    const scale = seasonalScale(series.values, origin) || 1;
    own += errorSums(series.values, origin, path, days).absolute / scale;
    other += errorSums(series.values, origin, beside, days).absolute / scale;
  }
  return other > 0 ? Math.min(LARGEST_RATIO, Math.max(LEAST_RATIO, own / other)) : 1;
}
