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
import { GROUP_SQL, inKnownOrder, measureConfig, riskGroups, type Grouping } from './risk-groups';
import { topReasons } from './top-reasons';

/**
 * Risk per segment, state, city or band, the largest first unless said otherwise (of the measure, else of revenue at
 * risk): a table of all measures with what weighs most for each group's high-risk customers, or (with a measure)
 * numeric-long, one number per group, for alert rules.
 */
export async function riskSummary(
  query: RiskSummaryQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame[]> {
  const by = query.by ?? 'segment';
  const grouping = groupingOf(query);
  const rows = shown(await riskGroups(grouping, scored.table, context.asOf, context), query);
  if (rows.length === 0) return [noData('risk_summary', query.measure ? 'numeric-long' : 'table')];
  const names = rows.map((row) => String(row.group_name));
  const group = fieldOf(textColumn(by, names));
  if (query.measure) {
    const fields = [group, measureField(rows, query.measure)];
    return [{ name: 'risk_summary', meta: { type: 'numeric-long' }, fields }];
  }
  const reasons = await topReasons(grouping, names, scored, context);
  const measures = RISK_MEASURES.map((measure) => measureField(rows, measure));
  const first = reasons.map(([heaviest]) => heaviest ?? null);
  const top = fieldOf(textColumn(TOP_REASON_COLUMN, first));
  return [{ name: 'risk_summary', meta: { type: 'table' }, fields: [group, ...measures, top] }];
}

/** By which groups are chosen when there is a limit: by the sort's measure; for a list by name, the largest. */
function groupingOf({ by = 'segment', measure, status, limit, sort, descending = true, ...rest }: RiskSummaryQuery) {
  const byMeasure = sort !== 'name';
  return {
    dimension: GROUP_SQL[by],
    ...narrowingOf(rest),
    status,
    limit,
    measure: byMeasure ? (sort ?? measure) : measure,
    ascending: byMeasure && !descending,
  } satisfies Grouping;
}

/** In the order of their names where that is asked for; segments and bands have an order of their own. */
function shown(rows: readonly Row[], { sort, descending = true }: RiskSummaryQuery): Row[] {
  if (sort !== 'name') return [...rows];
  const byName = new Map(rows.map((row) => [String(row.group_name), row]));
  const ordered = inKnownOrder([...byName.keys()].sort()).flatMap((name): readonly Row[] => {
    const row = byName.get(name);
    return row ? [row] : [];
  });
  return descending ? ordered.reverse() : ordered;
}

function measureField(rows: readonly Row[], measure: RiskMeasure): FrameField {
  const column = numberColumn(
    measure,
    rows.map((row) => Number(row[measure])),
  );
  return { column, config: { ...measureConfig(measure), displayNameFromDS: labelOf(measure) } };
}
