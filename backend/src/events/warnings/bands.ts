import type { BandThresholds, RiskBand } from '../../contract';

/**
 * The band that a customer stands in, given the one before: high risk is entered at its threshold, and left only when
 * the odds of coming back are above it by the margin, so that a customer on the edge does not go in and out.
 *
 * @param odds as a multiple of the average customer's
 * @param margin share of the threshold, e.g. 0.1
 */
export function standingBand(
  odds: number,
  before: RiskBand | undefined,
  { high, low }: BandThresholds,
  margin: number,
): RiskBand {
  if (odds <= high || (before === 'high' && odds < high * (1 + margin))) return 'high';
  return odds >= low ? 'low' : 'medium';
}

/** The same in SQL; `$high`, `$low` and `$leave` (where high risk is left) are bound. */
export const standingBandSql = (odds: string, before: string): string =>
  `CASE WHEN ${odds} <= $high::DOUBLE OR (coalesce(${before}, '') = 'high' AND ${odds} < $leave::DOUBLE) THEN 'high'
    WHEN ${odds} >= $low::DOUBLE THEN 'low' ELSE 'medium' END`;
