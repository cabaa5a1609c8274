import type { FromSchema } from 'json-schema-to-ts';
import { EVENT_LIMITS, FIRST_MOMENT, type GrafanaAlert } from '../contract';
import type { GRAFANA_NOTIFICATION } from '../contract/rest/schemas';

type Alert = FromSchema<typeof GRAFANA_NOTIFICATION>['alerts'][number];

/** Longest text of a notification that is kept. */
const MOST = 1_000;

/** The alert in a notification of Grafana's; undefined where it names no moment at which it began. */
export function grafanaAlert(alert: Alert, now: number): GrafanaAlert | undefined {
  const startsAt = Date.parse(alert.startsAt);
  if (!Number.isFinite(startsAt)) return undefined;
  const { labels = {}, annotations = {} } = alert;
  return {
    fingerprint: alert.fingerprint.toWellFormed(),
    status: alert.status,
    title: cut(labels.alertname ?? 'Alert'),
    summary: cut(annotations.summary ?? annotations.description ?? ''),
    labels: cutAll(labels),
    annotations: cutAll(annotations),
    starts_at: timeOr(startsAt, now),
    ends_at: endOf(alert, now),
    // Our rules lead to the dashboard with the alert's own filter; Grafana's address of the panel, to the hour of the alert.
    url: webAddress(annotations.dashboard_url) ?? webAddress(alert.panelURL) ?? webAddress(alert.generatorURL) ?? null,
    received_at: new Date(now).toISOString(),
  };
}

/** When a resolved alert ended; Grafana writes the year 1 for an end that is not known. */
function endOf({ status, endsAt = '' }: Alert, now: number): string | null {
  const ms = Date.parse(endsAt);
  return status === 'resolved' && ms >= FIRST_MOMENT ? timeOr(ms, now) : null;
}

/**
 * A time that an event may have, else that of receipt: the year 9999 would head the list for ever, and no later word on
 * the alert would count.
 */
function timeOr(ms: number, now: number): string {
  const mayBe = ms >= FIRST_MOMENT && ms <= now + EVENT_LIMITS.aheadMs;
  return new Date(mayBe ? ms : now).toISOString();
}

/** Halves of characters, such as a cut can leave, become U+FFFD: the database reads no text with them. */
const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text).toWellFormed();

const cutAll = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [cut(name), cut(text)]));

/** An address that may stand in a link: anything else could run in the page that shows it. */
const webAddress = (text = ''): string | undefined => (/^https?:\/\//i.test(text) ? cut(text) : undefined);
