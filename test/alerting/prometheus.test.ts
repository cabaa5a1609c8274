import { CHURN_KINDS, QUERY_KINDS } from '../../backend/src/contract';
import { readYaml } from '../files/repository';
import { AlertBackend } from './backend';
import { RULES } from './rules';

interface PrometheusRule {
  alert: string;
  expr: string;
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

const { groups } = readYaml<{ groups: { name: string; rules: PrometheusRule[] }[] }>(
  'provisioning/prometheus/churnwatch.rules.yml',
);
const rules = groups.flatMap((group) => group.rules);

let metrics: string;

/** The shop's figures are made beside the scrapes: the first ones come without them. */
async function scraped(backend: AlertBackend): Promise<string> {
  for (let tries = 0; tries < 120; tries++) {
    const text = await backend.metrics();
    if (text.includes('churnwatch_model_quality{')) return text;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('no figures of the shop were exposed');
}

beforeAll(async () => {
  const backend = await AlertBackend.start();
  // A question each, so that queries are counted.
  await backend.answers(RULES.find(({ uid }) => uid === 'churnwatch-high-risk-segment')!);
  metrics = await scraped(backend);
  await backend.stop();
}, 300_000);

it('names each alert once, with whom it concerns and how much', () => {
  expect(rules.length).toBeGreaterThanOrEqual(10);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { labels, annotations } of rules) {
    expect(labels).toEqual({
      app: 'churnwatch',
      team: expect.stringMatching(/^(retention|operations)$/),
      severity: expect.stringMatching(/^(critical|warning)$/),
    });
    for (const text of [annotations.summary, annotations.description]) expect(text).toMatch(/\w{3}/);
  }
});

it.each(rules.map(({ alert, expr }) => [alert, expr] as const))(
  '%s: asks for metrics that are exposed',
  (_alert, expr) => {
    const names = expr.match(/churnwatch_\w+/g) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !metrics.includes(`# TYPE ${name.replace(/_bucket$/, '')} `))).toEqual([]);
  },
);

it('counts the same questions about churn as Grafana’s rule', () => {
  const { expr = '' } = rules.find(({ alert }) => alert === 'ChurnwatchPredictionErrors') ?? {};
  const asked = [...expr.matchAll(/kind=~"([^"]+)"/g)].map(([, kinds = '']) => new RegExp(`^(?:${kinds})$`));
  expect(asked).toHaveLength(2);
  const about = [...CHURN_KINDS, 'predictions'].sort();
  for (const kinds of asked) {
    expect([...QUERY_KINDS, 'predictions'].filter((kind) => kinds.test(kind)).sort()).toEqual(about);
  }
});

it('writes no number below 1 by "humanize", which makes 300m of 0.3', () => {
  const below = rules.filter(({ annotations }) => /\$value \| humanize\b/.test(annotations.summary ?? ''));
  expect(below.map(({ alert }) => alert)).toEqual(['ChurnwatchSlowQueries']);
});

it('judges slow queries where a bucket ends: between two ends a quantile is guessed', () => {
  const slow = rules.find(({ alert }) => alert === 'ChurnwatchSlowQueries');
  const [, name = '', seconds = ''] = /(churnwatch_\w+_bucket)\b.*> (\d+)$/.exec(slow?.expr ?? '') ?? [];
  expect(metrics).toMatch(new RegExp(`^${name}\\{le="${seconds}"`, 'm'));
});

it('judges active customers: those who count as churned are at high risk for the most part', () => {
  const risk = rules.filter(({ expr }) => expr.includes('high_risk'));
  expect(risk).toHaveLength(3);
  for (const { expr } of risk) expect(expr).toMatch(/churnwatch_high_risk_\w+\{status="active"\}/);
});

it.each(rules.map(({ alert, expr }) => [alert, expr] as const))(
  '%s: asks for labels that its metrics have',
  (_alert, expr) => {
    for (const [, name = '', selected = ''] of expr.matchAll(/(churnwatch_\w+)\{([^}]*)\}/g)) {
      const sample = metrics.split('\n').find((line) => line.startsWith(`${name}{`)) ?? '';
      const labels = [...selected.matchAll(/(\w+)(?:=~|=|!=)"/g)].map(([, label = '']) => label);
      expect(labels.filter((label) => !sample.includes(`${label}="`))).toEqual([]);
    }
    expect((expr.match(/\(/g) ?? []).length).toBe((expr.match(/\)/g) ?? []).length);
  },
);
