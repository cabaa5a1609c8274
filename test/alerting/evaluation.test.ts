import { AlertBackend } from './backend';
import { evaluate, type Instance } from './evaluate';
import { TEMPLATES } from './notifications';
import { hasGo, render, type Notification, type SampleAlert } from './render/render';
import { namesAfter } from './render/syntax';
import { RULES, type Rule } from './rules';

let backend: AlertBackend;
const found = new Map<string, Instance[]>();

beforeAll(async () => {
  backend = await AlertBackend.start();
  // In the order of the files: by the time the service is judged, it has answered something.
  for (const rule of RULES) found.set(rule.uid, evaluate(rule, await backend.answers(rule)));
}, 300_000);

afterAll(() => backend.stop());

const instancesOf = ({ uid }: Rule): Instance[] => found.get(uid) ?? [];
const firing = (uid: string): Instance[] => (found.get(uid) ?? []).filter(({ state }) => state === 'alerting');

describe.each(RULES.map((rule) => [rule.uid, rule] as const))('%s', (_uid, rule) => {
  it('is evaluated on what the backend answers, about now on data of the past', () => {
    const states = instancesOf(rule).map(({ state }) => state);
    expect(states.length).toBeGreaterThan(0);
    expect(states).not.toContain('nodata');
  });

  it('has messages whose labels and values there are', () => {
    const texts = Object.values(rule.annotations);
    const names = (variable: string): string[] => texts.flatMap((text) => namesAfter(variable, text));
    const who = rule.data.filter(({ model }) => 'texts' in model).map(({ refId }) => refId);
    for (const { labels, values, state } of instancesOf(rule)) {
      expect(names('labels').filter((name) => !(name in labels))).toEqual([]);
      // Nobody need be named of what does not fire.
      const needed = names('values').filter((refId) => state === 'alerting' || !who.includes(refId));
      expect(needed.filter((refId) => !(refId in values))).toEqual([]);
    }
  });
});

it('has one instance for each segment, and tells for those that fire who and why', () => {
  const rule = RULES.find(({ uid }) => uid === 'churnwatch-high-risk-segment')!;
  expect(new Set(instancesOf(rule).map(({ labels }) => Object.keys(labels).join()))).toEqual(new Set(['segment']));
  const [first] = firing(rule.uid);
  expect(first?.values.who?.labels.top_reasons).toMatch(/\w{3}/);
  expect(first?.values.who?.labels.top_customers?.split('\n')).toHaveLength(5);
  expect(first?.values.who?.labels.segment).toBe(first?.labels.segment);
});

it('says of each of the last days whether its sales were unusual', () => {
  const days = (found.get('churnwatch-unusual-sales-day') ?? []).map(({ labels }) => labels.day);
  expect(days.length).toBeGreaterThanOrEqual(3);
  expect(days.every((day) => /^2018-\d\d-\d\d$/.test(day ?? ''))).toBe(true);
});

it('tells the receivers of webhooks apart', () => {
  const instances = found.get('churnwatch-webhooks-given-up') ?? [];
  expect(instances.map(({ labels, state }) => [labels, state])).toEqual([[{ receiver: 'crm' }, 'normal']]);
});

const EXTERNAL_URL = 'https://grafana.example.com/';

/** Alerts as Grafana hands them to the message templates, with annotations that are rendered already. */
function alertOf(rule: Rule, { labels }: Instance, annotations: Record<string, string>): SampleAlert {
  return {
    Labels: { alertname: rule.title, ...rule.labels, ...labels },
    Annotations: annotations,
    StartsAt: '2018-08-29T12:30:00Z',
    EndsAt: '2018-08-30T08:00:00Z',
    GeneratorURL: `${EXTERNAL_URL}alerting/grafana/${rule.uid}/view`,
    SilenceURL: `${EXTERNAL_URL}alerting/silence/new?rule=${rule.uid}`,
  };
}

const BASE = { ExternalURL: EXTERNAL_URL, Templates: TEMPLATES };
const NAMES = ['churnwatch.title', 'churnwatch.message', 'churnwatch.slack', 'churnwatch.color'];

interface Told {
  rule: Rule;
  alerts: SampleAlert[];
}

/** Every rule with the alerts of its instances. */
function toldByRules(): Told[] {
  const instances = RULES.flatMap((rule) => instancesOf(rule).map((instance) => ({ rule, instance })));
  const { Annotations: rendered } = render({
    ...BASE,
    Names: [],
    Notifications: [],
    Annotations: instances.map(({ rule, instance }) => ({
      Texts: rule.annotations,
      Labels: instance.labels,
      Values: instance.values,
    })),
  });
  return RULES.map((rule) => ({
    rule,
    alerts: instances.flatMap((one, i) => (one.rule === rule ? [alertOf(rule, one.instance, rendered[i] ?? {})] : [])),
  }));
}

/** The messages about each rule: up to two alerts fire, and the second is over. */
function messagesOf(told: readonly Told[]): Record<string, string>[] {
  const Notifications = told.map(({ rule, alerts }): Notification => ({
    Alerts: { Firing: alerts.slice(0, 2), Resolved: alerts.slice(1, 2) },
    CommonLabels: { alertname: rule.title, ...rule.labels },
  }));
  return render({ ...BASE, Annotations: [], Names: NAMES, Notifications }).Notifications;
}

const suffix = hasGo ? '' : ' (not rendered, as there is no Go on this machine: their syntax was checked alone)';

it(`the annotations and messages of every instance read as they should${suffix}`, () => {
  if (!hasGo) return expect(TEMPLATES).toContain('define "churnwatch.message"');
  const told = toldByRules();
  const texts = told.flatMap(({ rule, alerts }) =>
    alerts.flatMap(({ Annotations }) =>
      Object.entries(Annotations).map(([name, text]) => ({ rule: rule.uid, name, text })),
    ),
  );
  expect(texts.filter(({ text }) => /\{\{|<no value>|NaN|%!/.test(text))).toEqual([]);
  const links = texts.filter(({ name }) => name.endsWith('_url'));
  expect(links.length).toBeGreaterThan(0);
  expect(
    links.filter(({ text }) => !/^https:\/\/grafana\.example\.com\/[ad]\/churnwatch-[^\s"<>]+$/.test(text)),
  ).toEqual([]);
  const sums = texts
    .filter(({ name }) => name === 'summary' || name === 'description')
    .flatMap(({ text }) => text.match(/R\$.{1,14}/g) ?? []);
  expect(sums.length).toBeGreaterThan(0);
  expect(sums.filter((sum) => !/^R\$\u00a0\d{1,3}(,\d{3})*(?![\d,.]*\d)/.test(sum))).toEqual([]);
  const messages = messagesOf(told);
  for (const [i, message] of messages.entries()) {
    const summary = told[i]?.alerts[0]?.Annotations.summary ?? '';
    expect(message).toEqual({
      'churnwatch.title': expect.stringMatching(/^(Critical: )?[A-Z][\w -]+( \(2\))?$/),
      'churnwatch.message': expect.stringContaining(summary),
      'churnwatch.slack': expect.stringContaining(summary),
      'churnwatch.color': expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
    expect(Object.values(message).join()).not.toMatch(/<no value>|\n{4}/);
  }
  const segments = messages[RULES.findIndex(({ uid }) => uid === 'churnwatch-high-risk-segment')];
  expect(segments?.['churnwatch.message']).toMatch(/\n[0-9a-f]{8}… \| +R\$ [\d.,k]+ \| \w/);
  expect(segments?.['churnwatch.slack']).toMatch(/```\n[0-9a-f]{8}… \|[\s\S]*```/);
  expect(segments?.['churnwatch.message']).toMatch(
    /No longer so:\n- High-risk segment, .+ \(Aug 29, 2018, 12:30 UTC to Aug 30, 2018, 08:00 UTC\)/,
  );
});

it(`ids and errors in a message to Slack are text, whatever stands in them${suffix}`, () => {
  if (!hasGo) return expect(TEMPLATES).toContain('define "churnwatch.plain"');
  const rule = RULES[0]!;
  const Annotations = { summary: 'A summary.', customers: '<!here>… | R$ 1 | A & B', Error: 'unexpected <' };
  const alert = alertOf(rule, { labels: {}, values: {}, state: 'alerting' }, Annotations);
  const Alerts = { Firing: [alert], Resolved: [] };
  const told = { ...BASE, Annotations: [], Names: NAMES, Notifications: [{ Alerts, CommonLabels: rule.labels }] };
  const [message] = render(told).Notifications;
  expect(message?.['churnwatch.slack']).toContain('```\n&lt;!here&gt;… | R$ 1 | A &amp; B\n```');
  expect(message?.['churnwatch.slack']).toContain('Grafana says: unexpected &lt;\n');
  expect(message?.['churnwatch.message']).toContain('<!here>… | R$ 1 | A & B');
});

it(`money in sentences is whole reais, grouped by commas${suffix}`, () => {
  const rule = RULES.find(({ uid }) => uid === 'churnwatch-revenue-at-risk-rising');
  const Texts = { summary: rule?.annotations.summary ?? '' };
  if (!hasGo) return expect(Texts.summary).toContain('define "money"');
  const amounts = [0, 999.4, 999.5, 6_112, 79_900, 679_941.2, 1_234_567, 98_765_432];
  const Annotations = amounts.map((value) => ({ Texts, Labels: {}, Values: { revenue: { labels: {}, value } } }));
  const { Annotations: rendered } = render({ ...BASE, Annotations, Names: [], Notifications: [] });
  expect(rendered.map(({ summary = '' }) => summary.split(' are at stake')[0]?.replace('\u00a0', '_'))).toEqual(
    ['0', '999', '1,000', '6,112', '79,900', '679,941', '1,234,567', '98,765,432'].map((text) => `R$_${text}`),
  );
});

const summaryOf = (uid: string, values: Record<string, number>, labels = {}): string => {
  const rule = RULES.find((one) => one.uid === uid);
  const Values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { labels: {}, value }]));
  const Annotations = [{ Texts: { summary: rule?.annotations.summary ?? '' }, Labels: labels, Values }];
  return render({ ...BASE, Annotations, Names: [], Notifications: [] }).Annotations[0]?.summary ?? '';
};

it.each<[string, Record<string, number>, string]>([
  [
    'churnwatch-high-risk-segment',
    { percent: 20.1, customers: 7_897, revenue: 92_900 },
    'of leaving: 7,897 customers, with R$\u00a092,900 at stake.',
  ],
  [
    'churnwatch-valuable-newly-at-risk',
    { newly: 1_012, customers: 12_345, percent: 8.2, revenue: 1_234_567 },
    '1,012 of 12,345 valuable active customers (8.2%) have come to be at high risk of leaving within the last 30 days, ' +
      'with R$\u00a01,234,567 at stake.',
  ],
  ['churnwatch-data-not-fresh', { value: 24, days: 1 }, "The shop's files were last loaded 1 day ago."],
  ['churnwatch-data-not-fresh', { value: 30_000, days: 1_250 }, "The shop's files were last loaded 1,250 days ago."],
  ['churnwatch-model-too-old', { days: 1_250.4 }, 'The churn model that serves was trained 1,250 days ago.'],
  ['churnwatch-event-lag', { waiting: 1, value: 61 }, 'The event that waits has waited for 61 seconds'],
  [
    'churnwatch-event-lag',
    { waiting: 56_893, value: 4_100 },
    'The oldest of 56,893 waiting events has waited for 4,100 seconds',
  ],
  [
    'churnwatch-webhooks-given-up',
    { value: 1 },
    '1 message about early warnings to crm was given up in the last hour.',
  ],
  [
    'churnwatch-webhooks-given-up',
    { value: 1_002 },
    '1,002 messages about early warnings to crm were given up in the last hour.',
  ],
])(`counts in the sentence of %s are grouped, and one is one: %j${suffix}`, (uid, values, sentence) => {
  if (!hasGo) return expect(RULES.find((rule) => rule.uid === uid)?.annotations.summary).toContain('define "count"');
  expect(summaryOf(uid, values, { receiver: 'crm', segment: 'At risk' })).toContain(sentence);
});
