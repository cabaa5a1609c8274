import { ALERT_COLUMNS, type AlertColumn, type AlertSort, type AlertsQuery, type Frame } from '../../contract';
import { noData } from '../../frames';
import { AMONG_EQUALS } from '../../events/warnings/alert-rows';
import { wordsSql } from '../../events/warnings/words-sql';
import type { Row } from '../../warehouse/engine';
import { tableOf, type CellKind } from '../churn/cells';
import type { QueryContext } from '../context';
import { shownId } from '../customer-ids';
import { bind, where } from '../filters';
import { pageBounds, pageNotices } from '../page';
import { listConditions, narrowingNotices } from './conditions';
import { configured } from './field-config';
import { missingNotice } from './source';

const SORT_SQL: Readonly<Partial<Record<AlertSort, string>>> = { customer: 'whole_id' };

const KINDS: Readonly<Record<AlertColumn, CellKind>> = {
  id: 'text',
  created_at: 'time',
  as_of: 'time',
  customer_id: 'text',
  from_band: 'text',
  band: 'text',
  churn_probability: 'number',
  relative_odds: 'number',
  revenue_at_risk: 'number',
  value_if_returns: 'number',
  monetary: 'number',
  segment: 'text',
  state: 'text',
  last_order: 'time',
  reason: 'text',
  action: 'text',
  warning_state: 'text',
  owner: 'text',
  version: 'number',
  trigger: 'text',
  acknowledged_at: 'time',
  acted_at: 'time',
  returned_on: 'time',
};

/** One row per early warning of the time range, sorted and paged; see contract/alerts/query.ts. */
export async function alerts(query: AlertsQuery, context: QueryContext): Promise<Frame[]> {
  const { warnings, asked, fullIds, language } = context;
  if ('missing' in warnings) return [empty([missingNotice(warnings.missing, language)])];
  const conditions = listConditions(query, asked, fullIds);
  const sort = query.sort ?? 'created_at';
  const direction = (query.descending ?? true) ? 'DESC' : 'ASC';
  const { reasons, action } = wordsSql(language);
  const sql = `SELECT * EXCLUDE (customer_id, reasons, action), customer_id AS whole_id,
      ${shownId('customer_id', fullIds)} AS customer_id, (${reasons})->>'$[0]' AS reason, ${action} AS action
    FROM warnings
    ${where(...conditions.map((one) => one.sql))}
    ORDER BY ${SORT_SQL[sort] ?? sort} ${direction} NULLS LAST, ${AMONG_EQUALS}
    LIMIT $limit OFFSET $offset`;
  const rows = await warnings.source.rows(sql, bind(pageBounds(query), ...conditions));
  const notices = [...narrowingNotices(query, language), ...pageNotices(query, rows.length, language)];
  if (rows.length === 0) return [empty(notices)];
  const frame = configured(tableOf('alerts', ALERT_COLUMNS, KINDS, rows.map(cellsOf)));
  return [{ ...frame, meta: { ...frame.meta, type: 'table', preferredVisualisationType: 'table', notices } }];
}

function empty(notices: ReturnType<typeof narrowingNotices>): Frame {
  const frame = noData('alerts', 'table');
  return { ...frame, meta: { ...frame.meta, ...(notices.length > 0 ? { notices } : {}) } };
}

function cellsOf(row: Row): Record<AlertColumn, string | number | boolean | null> {
  const cells = ALERT_COLUMNS.map((name) => {
    const value = row[name] ?? null;
    return [name, KINDS[name] === 'time' && typeof value === 'string' ? Date.parse(value) : value] as const;
  });
  return Object.fromEntries(cells) as Record<AlertColumn, string | number | boolean | null>;
}
