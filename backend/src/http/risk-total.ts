import type { Cell, Row } from './rows';

const SUMMED = [
  'customers',
  'expected_returners',
  'high_risk_customers',
  'revenue_at_risk',
  'high_risk_revenue',
  'expected_revenue',
] as const;

/** The risk of all customers from that of groups that share none: sums, and means weighted by customers. */
export function riskTotal(groups: readonly Row[]): Row {
  const sum = (of: (group: Row) => number): number => groups.reduce((total, group) => total + of(group), 0);
  const summed = Object.fromEntries(SUMMED.map((name) => [name, sum((group) => numberIn(group[name]))]));
  const customers = summed.customers ?? 0;
  const over = (part: number): number | null => (customers === 0 ? null : part / customers);
  return {
    ...summed,
    mean_churn_probability: over(sum((group) => numberIn(group.mean_churn_probability) * numberIn(group.customers))),
    high_risk_share: over(summed.high_risk_customers ?? 0),
  };
}

const numberIn = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);
