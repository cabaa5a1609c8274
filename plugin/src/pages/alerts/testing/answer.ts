/** What Grafana answers of its alert rules, as far as it is read. */
export interface ToldRule {
  name: string;
  state?: string;
  health?: string;
  source?: string;
  alerts?: object[];
  [key: string]: unknown;
}

const QUERY = { kind: 'risk_summary', filters: { state: ['SP'] }, exclude: { band: ['low'] }, status: ['active'] };

/** The instance of an alert with these labels. */
export const instance = (labels: object, state = 'Alerting') => ({
  labels: { alertname: 'x', grafana_folder: 'Churnwatch', team: 'retention', ...labels },
  state,
  activeAt: '2026-11-21T21:13:20Z',
});

/** An answer with one group of these rules. */
export function answerOf(...rules: ToldRule[]): object {
  const told = rules.map(({ source = 'shop', ...rule }) => ({
    uid: `uid of ${rule.name}`,
    state: 'inactive',
    health: 'ok',
    labels: { team: 'retention' },
    query: JSON.stringify([
      { datasourceUid: source, model: QUERY },
      { datasourceUid: '__expr__', model: { type: 'threshold' } },
    ]),
    queriedDatasourceUIDs: [source],
    lastEvaluation: '2026-11-21T21:15:00Z',
    ...rule,
  }));
  return { status: 'success', data: { groups: [{ name: 'Churn', file: 'Churnwatch', rules: told }] } };
}
