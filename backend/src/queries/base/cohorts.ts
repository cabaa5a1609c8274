import {
  DAY_UNIT,
  labelOf,
  startOf,
  type CohortMeasure,
  type CohortPeriod,
  type CohortsQuery,
  type FieldConfig,
  type Frame,
  type FrameMeta,
  type FrameField,
} from '../../contract';
import { boolColumn, noData, numberColumn, timeColumn } from '../../frames';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, customerCondition, IN_RANGE, where } from '../filters';
import { withCustomers } from '../scope';
import { fill } from '../template';
import cohortsSql from './cohorts.sql';

interface Cell {
  cohort: string;
  period: number;
  cohortCustomers: number;
  customers: number;
  revenue: number;
  complete: boolean;
}

const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };

const CONFIG: Record<CohortMeasure, FieldConfig> = {
  retention: {
    unit: 'percentunit',
    decimals: 2,
    description: 'Share of the cohort that purchased in the period; 100% in the first one.',
  },
  customers: { ...COUNT, description: 'Customers of the cohort who purchased in the period.' },
  revenue: { unit: 'currencyBRL', description: 'What the cohort paid for purchases in the period.' },
};

const VALUE: Record<CohortMeasure, (cell: Cell) => number> = {
  retention: ({ customers, cohortCustomers }) => customers / cohortCustomers,
  customers: ({ customers }) => customers,
  revenue: ({ revenue }) => revenue,
};

/** Retention by cohort: customers whose first purchase lies in the time range, by the month or week of it. */
export function cohorts(query: CohortsQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomers(query, context, async (customers) => {
    const { period = 'month', measure } = query;
    const cells = await load(query, period, context, customers);
    if (cells.length === 0) return [noData('cohorts', 'table')];
    const meta: FrameMeta = { type: 'table', custom: { grain: period } };
    return [{ name: 'cohorts', meta, fields: measure ? wide(cells, measure) : long(cells) }];
  });
}

async function load(
  query: CohortsQuery,
  period: CohortPeriod,
  { engine, asOf, range, signal }: QueryContext,
  customers: string,
): Promise<Cell[]> {
  const condition = customerCondition(query, asOf);
  const firstInRange = IN_RANGE.map((one) => one.replace('purchased_at', 'first_order'));
  const sql = fill(cohortsSql, { period, customers, where: where(...firstInRange, condition.sql) });
  const rows = await engine.rows(sql, bind({ as_of: asOf, from: range.from, to: range.to }, condition), signal);
  return rows.map(cellOf);
}

const cellOf = (row: Row): Cell => ({
  cohort: String(row.cohort),
  period: Number(row.period),
  cohortCustomers: Number(row.cohort_customers),
  customers: Number(row.customers),
  revenue: Number(row.revenue),
  complete: row.complete === true,
});

function long(cells: readonly Cell[]): FrameField[] {
  const numbers = (name: string, valueOf: (cell: Cell) => number, config: FieldConfig): FrameField => ({
    column: numberColumn(name, cells.map(valueOf)),
    config: { ...config, displayNameFromDS: labelOf(name) },
  });
  return [
    cohortField(cells),
    numbers('period', ({ period }) => period, { decimals: 0, description: 'Periods since the first purchase.' }),
    numbers('cohort_customers', ({ cohortCustomers }) => cohortCustomers, COUNT),
    ...(['customers', 'retention', 'revenue'] as const).map((name) => numbers(name, VALUE[name], CONFIG[name])),
    {
      column: boolColumn(
        'complete',
        cells.map(({ complete }) => complete),
      ),
      config: { displayNameFromDS: labelOf('complete'), description: 'No while the period still runs.' },
    },
  ];
}

/** A row per cohort, a column per period since. */
function wide(cells: readonly Cell[], measure: CohortMeasure): FrameField[] {
  const byCohort = new Map<string, Cell[]>();
  for (const cell of cells) byCohort.set(cell.cohort, [...(byCohort.get(cell.cohort) ?? []), cell]);
  const rows = [...byCohort.values()];
  const firsts = rows.flatMap(([first]) => first ?? []);
  const periods = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: periods }, (_, period): FrameField => {
    const values = rows.map((row) => row[period]).map((cell) => (cell ? VALUE[measure](cell) : null));
    return { column: numberColumn(String(period), values), config: CONFIG[measure] };
  });
  const sizes = numberColumn(
    'cohort_customers',
    firsts.map(({ cohortCustomers }) => cohortCustomers),
  );
  return [
    cohortField(firsts),
    { column: sizes, config: { ...COUNT, displayNameFromDS: labelOf('cohort_customers') } },
    ...columns,
  ];
}

const cohortField = (cells: readonly Cell[]): FrameField => ({
  column: timeColumn(
    'cohort',
    cells.map(({ cohort }) => startOf(cohort)),
  ),
  config: {
    unit: DAY_UNIT,
    displayNameFromDS: labelOf('cohort'),
    description: 'First day of the period of the first purchase.',
  },
});
