import { FieldType, LoadingState, toDataFrame, type DataFrame, type Field } from '@grafana/data';

/** One row of the answer, with the fields' names as they come. */
export interface CohortRow {
  cohort: string;
  period: number;
  cohort_customers: number;
  customers: number;
  revenue: number;
  complete?: boolean;
}

/** A small shop: 2,000 customers in January, 1,000 in February, and March, of which nothing later is known. */
export const SHOP: CohortRow[] = [
  { cohort: '2018-01-01', period: 0, cohort_customers: 2_000, customers: 2_000, revenue: 200_000 },
  { cohort: '2018-01-01', period: 1, cohort_customers: 2_000, customers: 10, revenue: 1_500.5 },
  { cohort: '2018-01-01', period: 2, cohort_customers: 2_000, customers: 0, revenue: 0, complete: false },
  { cohort: '2018-02-01', period: 0, cohort_customers: 1_000, customers: 1_000, revenue: 100_000 },
  { cohort: '2018-02-01', period: 1, cohort_customers: 1_000, customers: 2, revenue: 300, complete: false },
  { cohort: '2018-03-01', period: 0, cohort_customers: 500, customers: 500, revenue: 50_000, complete: false },
];

/** What the backend answers. */
export function cohortFrame(
  rows: readonly CohortRow[] = SHOP,
  grain = 'month',
  getLinks?: Field['getLinks'],
): DataFrame {
  const numbers = (name: 'period' | 'cohort_customers' | 'customers' | 'revenue') => ({
    name,
    type: FieldType.number,
    values: rows.map((row) => row[name]),
  });
  const frame = toDataFrame({
    name: 'cohorts',
    meta: { custom: { asOf: '2018-03-20', grain } },
    fields: [
      { name: 'cohort', type: FieldType.time, values: rows.map(({ cohort }) => Date.parse(cohort)) },
      numbers('period'),
      numbers('cohort_customers'),
      numbers('customers'),
      {
        name: 'retention',
        type: FieldType.number,
        values: rows.map((row) => row.customers / row.cohort_customers),
      },
      numbers('revenue'),
      { name: 'complete', type: FieldType.boolean, values: rows.map(({ complete = true }) => complete) },
    ],
  });
  for (const field of frame.fields) if (field.name === 'retention') field.getLinks = getLinks;
  return frame;
}

/** A panel's data once it is loaded. */
export const loaded = (series: DataFrame[] = [cohortFrame()]) => ({ series, state: LoadingState.Done });

/** Many cohorts of which hardly anybody returns, as a shop of two years has them. */
export function manyRows(cohorts: number, customers: number): CohortRow[] {
  return Array.from({ length: cohorts }, (_, row) =>
    Array.from({ length: cohorts - row }, (_unused, period) => ({
      cohort: new Date(Date.UTC(2016, row, 1)).toISOString().slice(0, 10),
      period,
      cohort_customers: customers,
      customers: period === 0 ? customers : Math.round(customers * 0.001 * (1 + ((row * 7 + period * 3) % 5))),
      revenue: period === 0 ? customers * 100 : 150 * ((row * 7 + period * 3) % 5),
    })),
  ).flat();
}
