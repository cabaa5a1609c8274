import { RISK_BANDS, VALUE_CLASSES, type RiskBand, type VALUE_AT_RISK_COLUMNS, type ValueClass } from '../../contract';
import type { Row } from '../../warehouse/engine';
import type { Cell } from './cells';
import type { ValueCuts } from './value-cuts';

/** What a cell adds up to; money in R$. */
interface Sums {
  customers: number;
  revenue: number;
  revenue_at_risk: number;
  expected_revenue: number;
}

export type ValueCell = Record<(typeof VALUE_AT_RISK_COLUMNS)[number], Cell> &
  Sums & { value_class: ValueClass; band: RiskBand };

/** Every cell of value and risk, the high ones first, from the rows of those that have customers. */
export function valueCells(rows: readonly Row[], cuts: ValueCuts): ValueCell[] {
  const total = sumsOf(rows);
  const cells = VALUE_CLASSES.flatMap((value) =>
    RISK_BANDS.map((band): ValueCell => {
      const row = rows.find((one) => one.value_class === value && one.band === band);
      const sums = sumsOf(row ? [row] : []);
      return {
        value_class: value,
        band,
        ...sums,
        customer_share: share(sums.customers, total.customers),
        revenue_share: share(sums.revenue, total.revenue),
        revenue_at_risk_share: share(sums.revenue_at_risk, total.revenue_at_risk),
        mean_churn_probability: row ? Number(row.mean_churn_probability) : null,
        ...boundsOf(value, cuts),
        priority: null,
      };
    }),
  );
  const order = byPriority(cells);
  return cells.map((cell) => ({ ...cell, priority: order.includes(cell) ? order.indexOf(cell) + 1 : null }));
}

/**
 * The cells in which something is at stake, in the order in which to act: those of the highest risk first, as the others are
 * likelier to return by themselves; of one risk the cell where the most is at stake for each customer, as that is what one
 * call can save.
 */
function byPriority(cells: readonly ValueCell[]): ValueCell[] {
  const each = (cell: ValueCell): number => cell.revenue_at_risk / cell.customers;
  return cells
    .filter((cell) => cell.revenue_at_risk > 0)
    .sort((a, b) => RISK_BANDS.indexOf(a.band) - RISK_BANDS.indexOf(b.band) || each(b) - each(a));
}

function boundsOf(value: ValueClass, { high, medium }: ValueCuts): { value_from: Cell; value_to: Cell } {
  if (value === 'high_value') return { value_from: high, value_to: null };
  return value === 'medium_value' ? { value_from: medium, value_to: high } : { value_from: null, value_to: medium };
}

function sumsOf(rows: readonly Row[]): Sums {
  const sum = (key: keyof Sums): number => rows.reduce((total, row) => total + Number(row[key]), 0);
  return {
    customers: sum('customers'),
    revenue: sum('revenue'),
    revenue_at_risk: sum('revenue_at_risk'),
    expected_revenue: sum('expected_revenue'),
  };
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
