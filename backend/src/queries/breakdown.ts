import { labelOf, type BreakdownQuery, type Dimension, type Frame } from '../contract';
import { noData, numberColumn, textColumn } from '../frames';
import type { QueryContext } from './context';
import { bind, IN_RANGE, lineCondition, where } from './filters';
import { MEASURE_CONFIG, MEASURE_SQL } from './measures';
import { withCustomersIfNeeded } from './scope';
import { fill } from './template';
import breakdownSql from './sql/breakdown.sql';

const DIMENSION_SQL: Record<Dimension, string> = {
  state: 'state',
  // Cities of one name lie in several states.
  city: "city || ' (' || state || ')'",
  category: 'category',
  payment_type: 'payment_type',
  seller: 'seller_id',
};

/** A measure by one dimension, largest first: numeric-long, so that bars, tables and alert rules take it as it is. */
export function breakdown(query: BreakdownQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomersIfNeeded(query, context, async (customers) => {
    const by = query.by ?? 'state';
    const measure = query.measure ?? 'revenue';
    const lines = lineCondition(query, customers);
    const sql = fill(breakdownSql, {
      dimension: DIMENSION_SQL[by],
      measure: MEASURE_SQL[measure],
      where: where(...IN_RANGE, lines.sql),
      limit: query.limit === undefined ? '' : 'LIMIT $limit',
    });
    const own = { ...context.range, ...(query.limit === undefined ? {} : { limit: query.limit }) };
    const rows = await context.engine.rows(sql, bind(own, lines), context.signal);
    if (rows.length === 0) return [noData('breakdown', 'numeric-long')];
    return [
      {
        name: 'breakdown',
        meta: { type: 'numeric-long' },
        fields: [
          {
            column: textColumn(
              by,
              rows.map((row) => String(row.dimension)),
            ),
            config: { displayNameFromDS: labelOf(by) },
          },
          {
            column: numberColumn(
              measure,
              rows.map((row) => Number(row.value)),
            ),
            config: { ...MEASURE_CONFIG[measure], displayNameFromDS: labelOf(measure) },
          },
        ],
      },
    ];
  });
}
