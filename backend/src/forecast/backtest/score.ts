import { BACKTEST_HORIZONS, type Text } from '../../contract';
import { BASELINES, type Candidate } from '../choice/candidates';
import { candidatePath, choose } from '../choice/choose';
import type { BacktestScore } from '../forecast';
import { WIDE_LEVEL } from '../intervals/bands';
import { unitOf, yardstickAt } from '../intervals/yardstick';
import { labelOfCandidate } from '../wording/label';
import { errorSums, measuresOf, seasonalScale, type ErrorSums } from './metrics';
import { candidateWidths, type Study } from './study';

const INNER_LEVEL = 0.8;

/** What was said at an origin of the past, with the half widths of its bands. */
interface Judged {
  origin: number;
  path: Float64Array;
  inner: Float64Array;
  wide: Float64Array;
}

/** The candidate that would have been chosen at an origin, from what was known there. */
export function chosenAt({ series, paths, candidates, origins }: Study, origin: number): Candidate | undefined {
  return choose(series.values, paths, candidates, origins.judged, origin);
}

/**
 * The errors and coverages of the chosen forecast, of each model, and of the baselines, over the same origins. Choice and
 * bands of each origin come from what was known there, so what is judged is what a reader would have been told.
 *
 * @param chosen names the first row; at past origins others may have been chosen
 */
export function scoresOf(study: Study, chosen: Candidate): BacktestScore[] {
  const rows: BacktestScore[] = [];
  const add = (
    model: BacktestScore['model'],
    role: BacktestScore['role'],
    pick: (origin: number) => Candidate | undefined,
    label: Text,
  ): void => {
    const judged = study.origins.judged.flatMap((origin) => judgedAt(study, pick(origin), origin));
    rows.push(...BACKTEST_HORIZONS.flatMap((days) => scoreOf(study, judged, days, { model, role, label })));
  };
  add('chosen', 'chosen', (origin) => chosenAt(study, origin), labelOfCandidate(chosen));
  for (const model of study.paths.keys()) {
    const role = BASELINES.includes(model) ? 'baseline' : 'candidate';
    add(model, role, () => [model], labelOfCandidate([model]));
  }
  return rows;
}

function judgedAt(study: Study, candidate: Candidate | undefined, origin: number): Judged[] {
  const path = candidate && candidatePath(study.paths, candidate, origin);
  if (!path) return [];
  const widths = candidateWidths(study, candidate, origin);
  const yardstick = yardstickAt(study.series.values, origin);
  const halves = (level: number): Float64Array =>
    widths.ofDays(level, path.length).map((width, i) => width * unitOf(yardstick, path[i]!, 1));
  return [{ origin, path, inner: halves(INNER_LEVEL), wide: halves(WIDE_LEVEL) }];
}

function scoreOf(
  { series: { values } }: Study,
  judged: readonly Judged[],
  days: number,
  row: Pick<BacktestScore, 'model' | 'role' | 'label'>,
): BacktestScore[] {
  const known = judged.filter(({ origin, path }) => origin + days <= values.length && path.length >= days);
  if (known.length === 0) return [];
  const errors: ErrorSums[] = known.map(({ origin, path }) => errorSums(values, origin, path, days));
  const scales = known.map(({ origin }) => seasonalScale(values, origin));
  const coverage = (pick: (one: Judged) => Float64Array): number =>
    known.reduce((sum, one) => sum + heldShare(values, one, pick(one), days), 0) / known.length;
  return [
    {
      ...row,
      horizonDays: days,
      ...measuresOf(errors, scales),
      coverage80: coverage(({ inner }) => inner),
      coverage95: coverage(({ wide }) => wide),
      origins: known.length,
    },
  ];
}

/** The share of the first days whose value lies within the band, which never reaches below zero. */
function heldShare(values: Float64Array, { origin, path }: Judged, halves: Float64Array, days: number): number {
  let held = 0;
  for (let lead = 0; lead < days; lead++) {
    if (Math.abs(values[origin + lead]! - path[lead]!) <= halves[lead]!) held++;
  }
  return held / days;
}
