import type { AlertDetail, AlertFilter, GrafanaAlert, Language, WarningChange } from '../../contract';
import { AnswerError } from '../ask';
import type { ServedAlerts } from '../served';

export interface FakeAlerts extends ServedAlerts {
  /** What there is. */
  alerts: AlertDetail[];
  /** What has been asked for. */
  filters: AlertFilter[];
  /** In which languages it was asked for. */
  languages: (Language | undefined)[];
  /** What was to be changed, and by whom. */
  changes: { id: string; change: WarningChange; who: string }[];
  /** What Grafana said. */
  grafana: GrafanaAlert[];
  /** True: another process keeps them. */
  missing: boolean;
}

export const ALERT: AlertDetail = {
  kind: 'early_warning',
  id: 'w000000000001',
  created_at: '2018-08-02T10:00:00.000Z',
  title: 'Risk has risen to high',
  state: 'new',
  owner: null,
  version: 1,
  customer_id: 'c1',
  segment: 'Loyal',
  customer_state: 'SP',
  from_band: 'medium',
  band: 'high',
  churn_probability: 0.99,
  relative_odds: 0.5,
  revenue_at_risk: 99,
  value_if_returns: 100,
  monetary: 200,
  last_order: '2018-01-01',
  reasons: ['Last order 213 days ago.'],
  action: 'Call',
  trigger: 'event',
  as_of: '2018-08-02',
  generation: 'g1',
  model: 'm1',
  acknowledged_at: null,
  acted_at: null,
  closed_at: null,
  returned_on: null,
  labels: {},
  url: null,
  history: [],
};

/** Alerts that remember what was asked of them. */
export function fakeAlerts(): FakeAlerts {
  const kept = async <T>(work: () => T): Promise<T> => {
    if (fake.missing) throw new AnswerError(503, 'Early warnings are not kept by this process.');
    return Promise.resolve(work());
  };
  const fake: FakeAlerts = {
    alerts: [ALERT],
    filters: [],
    languages: [],
    changes: [],
    grafana: [],
    missing: false,
    list: (filter, _, language) =>
      kept(() => {
        fake.languages.push(language);
        fake.filters.push(filter);
        return fake.alerts.slice(0, filter.limit + 1).map(({ history: _, ...alert }) => alert);
      }),
    one: (id, _, language) =>
      kept(() => {
        fake.languages.push(language);
        return fake.alerts.find((one) => one.id === id);
      }),
    change: (id, change, who) =>
      kept(() => {
        fake.changes.push({ id, change, who });
        const alert = fake.alerts.find((one) => one.id === id);
        if (!alert) return { status: 404 as const, error: `There is no early warning "${id}".` };
        if (change.version === 7) return { status: 409 as const, error: 'Somebody has changed it meanwhile.' };
        return { alert };
      }),
    takeGrafana: (alerts) => kept(() => void fake.grafana.push(...alerts)),
    onWarning: () => () => {},
    since: () => kept(() => []),
    lastSeq: () => kept(() => 0),
  };
  return fake;
}
