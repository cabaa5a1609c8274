import type { NumberCondition, ScoreNumber, ValueBasis } from '@contract';
import type { ListQuery } from '../../../components/customers/listTarget';
import type { ValueCell } from '../data/model';

/** The query of the customers of a cell, who have most at stake first. */
export function cellQuery({ band, from, to }: ValueCell, basis: ValueBasis, limit: number): ListQuery {
  const where: NumberCondition<ScoreNumber>[] = [
    ...(from === null ? [] : [{ field: basis, operator: '>=' as const, value: from }]),
    ...(to === null ? [] : [{ field: basis, operator: '<' as const, value: to }]),
  ];
  return { kind: 'churn_scores', filters: { band: [band] }, where, sort: 'revenue_at_risk', descending: true, limit };
}
