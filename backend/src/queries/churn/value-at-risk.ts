import { VALUE_AT_RISK_COLUMNS, type Frame, type ValueAtRiskQuery } from '../../contract';
import { noData, numberColumn, textColumn } from '../../frames';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { bind, customerCondition, where } from '../filters';
import { statusCondition } from '../page';
import { fill } from '../template';
import { fieldOf, tableOf, type CellKind } from './cells';
import { SUM_CONFIG } from './field-config';
import valueAtRiskSql from './sql/value-at-risk.sql';
import { valueCells, type ValueCell } from './value-cells';
import { VALUE_SQL, valueCuts } from './value-cuts';

type Column = (typeof VALUE_AT_RISK_COLUMNS)[number];

const TEXTS: readonly Column[] = ['value_class', 'band'];
const KINDS = Object.fromEntries(
  VALUE_AT_RISK_COLUMNS.map((name): [Column, CellKind] => [name, TEXTS.includes(name) ? 'text' : 'number']),
) as Record<Column, CellKind>;

/**
 * Customers by class of value and risk band: a table with a row per cell, also of those where nobody is, or (with a measure)
 * numeric-long, one number per cell, for alert rules.
 */
export async function valueAtRisk(
  query: ValueAtRiskQuery,
  context: QueryContext,
  { table, model }: ScoredCustomers,
): Promise<Frame[]> {
  const { value = 'monetary', measure } = query;
  const cuts = await valueCuts(query, table, context);
  const conditions = [customerCondition(query, context.asOf), statusCondition(query)];
  const sql = fill(valueAtRiskSql, {
    value: VALUE_SQL[value],
    customers: table,
    where: where(...conditions.map((one) => one.sql)),
  });
  const bound = bind({ high_from: cuts.high, medium_from: cuts.medium }, ...conditions);
  const rows = await context.engine.rows(sql, bound, context.signal);
  if (rows.length === 0) return [noData('value_at_risk', measure ? 'numeric-long' : 'table')];
  const cells = valueCells(rows, cuts);
  const custom = { value, highFrom: cuts.high, mediumFrom: cuts.medium, horizonDays: model.facts.horizonDays };
  const frame = measure ? numbersOf(cells, measure) : tableOf('value_at_risk', VALUE_AT_RISK_COLUMNS, KINDS, cells);
  return [{ ...withSums(frame), meta: { ...frame.meta, custom } }];
}

function numbersOf(cells: readonly ValueCell[], measure: NonNullable<ValueAtRiskQuery['measure']>): Frame {
  const text = (name: 'value_class' | 'band') =>
    fieldOf(
      textColumn(
        name,
        cells.map((cell) => cell[name]),
      ),
    );
  const numbers = numberColumn(
    measure,
    cells.map((cell) => cell[measure]),
  );
  const fields = [text('value_class'), text('band'), fieldOf(numbers)];
  return { name: 'value_at_risk', meta: { type: 'numeric-long' }, fields };
}

/** Money of many customers is told without cents. */
function withSums(frame: Frame): Frame {
  const fields = frame.fields.map((field) => ({
    ...field,
    config: { ...field.config, ...SUM_CONFIG[field.column.name] },
  }));
  return { ...frame, fields };
}
