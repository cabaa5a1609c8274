import { EVENT_LIMITS, type GrafanaAlert } from '../../contract';
import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';

const ROWS = jsonRows({
  fingerprint: 'VARCHAR',
  status: 'VARCHAR',
  title: 'VARCHAR',
  summary: 'VARCHAR',
  labels: 'VARCHAR',
  annotations: 'VARCHAR',
  starts_at: 'BIGINT',
  ends_at: 'BIGINT',
  url: 'VARCHAR',
  received_at: 'BIGINT',
});

/** When an alert is over, Grafana tells its texts with numbers that would not have made it fire: those that it fired with stay. */
const OVER = "excluded.status = 'resolved' AND excluded.starts_at = grafana_alerts.starts_at";
const ofFiring = (name: string): string =>
  `${name} = CASE WHEN ${OVER} THEN grafana_alerts.${name} ELSE excluded.${name} END`;

/** The newest word on an alert holds: a notification that comes late or twice changes nothing. */
const UPSERT = `INSERT INTO grafana_alerts BY NAME
  SELECT * REPLACE (make_timestamp(starts_at * 1000) AS starts_at, make_timestamp(ends_at * 1000) AS ends_at,
    make_timestamp(received_at * 1000) AS received_at)
  FROM ${ROWS}
  ON CONFLICT (fingerprint) DO UPDATE SET status = excluded.status, title = excluded.title,
    ${ofFiring('summary')}, ${ofFiring('annotations')}, labels = excluded.labels,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, url = excluded.url, received_at = excluded.received_at
  WHERE excluded.starts_at > grafana_alerts.starts_at
    -- A clock was set back since.
    OR grafana_alerts.starts_at > excluded.received_at + to_milliseconds(${EVENT_LIMITS.aheadMs})
    OR (excluded.starts_at = grafana_alerts.starts_at AND grafana_alerts.status <> 'resolved')`;

/** Notes what Grafana says of its alerts: one row for each, the newest word on it. */
export async function noteGrafanaAlerts(statements: Statements, alerts: readonly GrafanaAlert[]): Promise<void> {
  // Of several words on one alert in one notification the newest: a row can be written once in a statement.
  const newest = new Map<string, GrafanaAlert>();
  for (const alert of alerts) {
    const known = newest.get(alert.fingerprint);
    if (!known || isNewer(alert, known)) newest.set(alert.fingerprint, alert);
  }
  const rows = [...newest.values()].map(({ labels, annotations, starts_at, ends_at, received_at, ...rest }) => ({
    ...rest,
    labels: JSON.stringify(labels),
    annotations: JSON.stringify(annotations),
    starts_at: Date.parse(starts_at),
    ends_at: ends_at === null ? null : Date.parse(ends_at),
    received_at: Date.parse(received_at),
  }));
  if (rows.length > 0) await statements.run(UPSERT, { rows: JSON.stringify(rows) });
}

/** Between two words on one alert, the same as in the statement. */
function isNewer(one: GrafanaAlert, known: GrafanaAlert): boolean {
  const began = Date.parse(one.starts_at) - Date.parse(known.starts_at);
  return began > 0 || (began === 0 && known.status !== 'resolved');
}
