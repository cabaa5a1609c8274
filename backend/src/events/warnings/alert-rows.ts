import {
  DEFAULT_LANGUAGE,
  type AlertDetail,
  type AlertFilter,
  type AlertRow,
  type Language,
  type RiskBand,
  type Text,
  type WarningState,
  type WarningTrigger,
} from '../../contract';
import type { Row, SqlParameters } from '../../warehouse';
import { literal } from '../../warehouse/duckdb/sql';
import { SHORT_ID, shortIdSql } from '../../warehouse/short-id';
import type { EventStore } from '../store/store';
import { stepIn } from './notes';
import { stepOf } from './records';
import { wordsSql } from './words-sql';

const TITLE: Text = { en: 'Risk has risen to high', 'pt-BR': 'O risco passou a alto' };

/** Both lists in one: early warnings of ours and alerts of Grafana's own, under the same names, found by the same filters. */
const alertsSql = ({ fullIds, language = DEFAULT_LANGUAGE }: AlertSource): string => `(
  SELECT 'early_warning' AS kind, id, created_at, ${literal(TITLE[language])} AS title, warning_state AS state, owner,
    version, customer_id AS whole_id, ${shownId(fullIds)} AS customer_id, segment, state AS customer_state, from_band,
    band, churn_probability, relative_odds, revenue_at_risk, value_if_returns, monetary, last_order,
    ${wordsSql(language).reasons} AS reasons, ${wordsSql(language).action} AS action, trigger, as_of, generation, model,
    acknowledged_at, acted_at, closed_at, returned_on, '{}' AS labels, NULL AS url
  FROM warnings WHERE NOT held_out
  UNION ALL BY NAME
  SELECT 'grafana' AS kind, 'g-' || fingerprint AS id, starts_at AS created_at, title,
    CASE status WHEN 'resolved' THEN 'resolved' ELSE 'new' END AS state, ends_at AS closed_at,
    nullif(labels ->> 'segment', '') AS segment, nullif(labels ->> 'state', '') AS customer_state,
    to_json([summary])::VARCHAR AS reasons, labels, url
  FROM grafana_alerts
)`;

/** Warnings of one comparison of everyone have the same time: those with the most at stake come first. */
export const AMONG_EQUALS = 'revenue_at_risk DESC NULLS LAST, id DESC';

export interface AlertSource {
  store: Pick<EventStore, 'rows'>;
  /** False: customer ids are shortened. */
  fullIds: boolean;
  /** Of titles, reasons, actions and notes that Churnwatch itself wrote; absent: English. */
  language?: Language;
}

/** A page of alerts, one more than asked for where there are more. */
export async function listAlerts(source: AlertSource, filter: AlertFilter): Promise<AlertRow[]> {
  const { conditions, parameters } = conditionsOf(filter, source.fullIds);
  const direction = filter.descending ? 'DESC' : 'ASC';
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const rows = await source.store.rows(
    `SELECT * EXCLUDE (whole_id) FROM ${alertsSql(source)} ${where}
     ORDER BY ${filter.sort} ${direction} NULLS LAST, ${AMONG_EQUALS} LIMIT $limit OFFSET $offset`,
    { ...parameters, limit: filter.limit + 1, offset: filter.offset },
  );
  return rows.map(alertOf);
}

/** An alert with its history; undefined where there is none of that id. */
export async function oneAlert(source: AlertSource, id: string): Promise<AlertDetail | undefined> {
  const { store, language = DEFAULT_LANGUAGE } = source;
  const sql = `SELECT * EXCLUDE (whole_id) FROM ${alertsSql(source)} WHERE id = $id`;
  const [row] = await store.rows(sql, { id });
  if (!row) return undefined;
  const steps = await store.rows('SELECT * FROM warning_history WHERE warning_id = $id ORDER BY seq', { id });
  return { ...alertOf(row), history: steps.map((step) => stepIn(language, stepOf(step))) };
}

const shownId = (fullIds: boolean): string => (fullIds ? 'customer_id' : shortIdSql('customer_id'));

function conditionsOf(
  filter: AlertFilter,
  fullIds: boolean,
): { conditions: string[]; parameters: Record<string, SqlParameters[string]> } {
  const parameters: Record<string, SqlParameters[string]> = {};
  const conditions: string[] = [];
  const take = (name: string, value: SqlParameters[string], condition: string): void => {
    parameters[name] = value;
    conditions.push(condition);
  };
  for (const name of ['state', 'segment', 'band', 'customer_state'] as const) {
    const values = filter[name] ?? [];
    if (values.length > 0) take(name, values, `${name} IN (SELECT unnest($${name}::VARCHAR[]))`);
  }
  if (filter.kind !== undefined) take('kind', filter.kind, 'kind = $kind');
  if (filter.owner !== undefined) take('owner', filter.owner, 'owner = $owner');
  if (filter.since !== undefined) take('since', filter.since, 'created_at >= make_timestamp($since::BIGINT * 1000)');
  // Who sees shortened ids searches by as much of them as they see.
  const customer = (filter.customer ?? '').replace(/…$/, '').slice(0, fullIds ? undefined : SHORT_ID);
  if (customer !== '') take('customer', customer, 'starts_with(whole_id, $customer)');
  return { conditions, parameters };
}

function alertOf(row: Row): AlertRow {
  const text = (name: keyof AlertRow): string | null => (typeof row[name] === 'string' ? row[name] : null);
  const number = (name: keyof AlertRow): number | null => (typeof row[name] === 'number' ? row[name] : null);
  return {
    kind: row.kind === 'grafana' ? 'grafana' : 'early_warning',
    id: String(row.id),
    created_at: String(row.created_at),
    title: String(row.title),
    state: String(row.state) as WarningState,
    owner: text('owner'),
    version: number('version'),
    customer_id: text('customer_id'),
    segment: text('segment'),
    customer_state: text('customer_state'),
    from_band: text('from_band') as RiskBand | null,
    band: text('band') as RiskBand | null,
    churn_probability: number('churn_probability'),
    relative_odds: number('relative_odds'),
    revenue_at_risk: number('revenue_at_risk'),
    value_if_returns: number('value_if_returns'),
    monetary: number('monetary'),
    last_order: text('last_order'),
    reasons: JSON.parse(String(row.reasons)) as string[],
    action: text('action'),
    trigger: text('trigger') as WarningTrigger | null,
    as_of: text('as_of'),
    generation: text('generation'),
    model: text('model'),
    acknowledged_at: text('acknowledged_at'),
    acted_at: text('acted_at'),
    closed_at: text('closed_at'),
    returned_on: text('returned_on'),
    labels: JSON.parse(String(row.labels)) as Record<string, string>,
    url: text('url'),
  };
}
