import {
  labelOf,
  narrowingOf,
  RISK_MEASURES,
  TOP_REASON_COLUMN,
  type Frame,
  type FrameField,
  type RiskMeasure,
  type RiskSummaryQuery,
} from '../../contract';
import { noData, numberColumn, textColumn } from '../../frames';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { fieldOf } from './cells';
import { GROUP_SQL, measureConfig, riskGroups, type Grouping } from './risk-groups';
import { topReasons } from './top-reasons';

/**
 * Risk per segment, state, city or band, the largest first (of the measure, else of revenue at risk): a table of all measures with what weighs most
 * for each group's high-risk customers, or (with a measure) numeric-long, one number per group, for alert rules.
 */
export async function riskSummary(
  query: RiskSummaryQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame[]> {
  const by = query.by ?? 'segment';
  const grouping: Grouping = {
    dimension: GROUP_SQL[by],
    ...narrowingOf(query),
    status: query.status,
    limit: query.limit,
    measure: query.measure,
  };
  const rows = await riskGroups(grouping, scored.table, context.asOf, context);
  if (rows.length === 0) return [noData('risk_summary', query.measure ? 'numeric-long' : 'table')];
  const names = rows.map((row) => String(row.group_name));
  const group = fieldOf(textColumn(by, names));
  if (query.measure) {
    const fields = [group, measureField(rows, query.measure)];
    return [{ name: 'risk_summary', meta: { type: 'numeric-long' }, fields }];
  }
  const reasons = await topReasons(grouping, names, scored, context);
  const measures = RISK_MEASURES.map((measure) => measureField(rows, measure));
  const top = fieldOf(textColumn(TOP_REASON_COLUMN, reasons));
  return [{ name: 'risk_summary', meta: { type: 'table' }, fields: [group, ...measures, top] }];
}

function measureField(rows: readonly Row[], measure: RiskMeasure): FrameField {
  const column = numberColumn(
    measure,
    rows.map((row) => Number(row[measure])),
  );
  return { column, config: { ...measureConfig(measure), displayNameFromDS: labelOf(measure) } };
}
