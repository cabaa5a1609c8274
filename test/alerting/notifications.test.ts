import { readText, readYaml } from '../files/repository';
import { allRoutes, CONTACT_POINTS, expanded, MUTE_TIMES, POLICIES, receiversOf, TEMPLATES } from './notifications';
import { problemsOf } from './render/syntax';
import { ALERTING_FILES, RULES } from './rules';

const [policies = {}] = POLICIES;
const VARIABLES = [...new Set(ALERTING_FILES.flatMap((path) => readText(path).match(/\$CHURNWATCH_\w+/g) ?? []))].map(
  (name) => name.slice(1),
);
const ALL = {
  CHURNWATCH_ALERT_EMAIL: 'maria@example.com',
  CHURNWATCH_ALERT_OPERATIONS_EMAIL: 'ops@example.com',
  CHURNWATCH_ALERT_SLACK_CHANNEL: '#retention',
  CHURNWATCH_ALERT_LIST_URL: 'http://churn.example/api/alerts/grafana',
};

describe('contact points', () => {
  const settings = (environment: Record<string, string>) =>
    new Map(
      CONTACT_POINTS.flatMap(({ receivers }) => receivers).map(({ uid, type, settings: own }) => [
        uid,
        {
          type,
          ...Object.fromEntries(Object.entries(own).map(([key, one]) => [key, expanded(String(one), environment)])),
        },
      ]),
    );

  it('have uids that Grafana takes, one each', () => {
    const uids = CONTACT_POINTS.flatMap(({ receivers }) => receivers.map(({ uid }) => uid));
    expect(uids.every((uid) => /^[\w-]{1,40}$/.test(uid))).toBe(true);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('are taken with nothing set: no address and no URL is empty, which would keep Grafana from starting', () => {
    for (const [uid, own] of settings({})) {
      const required = new Map(Object.entries(own)).get(
        { email: 'addresses', slack: 'endpointUrl', webhook: 'url' }[own.type] ?? '',
      );
      expect([uid, required]).toEqual([uid, expect.stringMatching(/\S/)]);
    }
    expect(settings({}).get('churnwatch-webhook')).toMatchObject({
      url: '{{ with "" }}{{ . }}{{ else }}grafana://noop{{ end }}',
    });
    expect(settings(ALL).get('churnwatch-email')).toMatchObject({ addresses: 'maria@example.com;' });
  });

  it('use templates that there are', () => {
    const used = CONTACT_POINTS.flatMap(({ receivers }) => receivers.flatMap((one) => Object.values(one.settings)))
      .flatMap((text) => [...String(text).matchAll(/template "([\w.]+)"/g)])
      .map(([, name]) => name);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !TEMPLATES.includes(`define "${name ?? ''}"`))).toEqual([]);
  });

  it('take their settings from variables that compose passes on and the documentation explains', () => {
    const { services } = readYaml<{ services: Record<string, { environment?: Record<string, string> }> }>(
      'docker-compose.yml',
    );
    expect(VARIABLES.length).toBeGreaterThan(5);
    for (const service of ['grafana', 'grafana-alpine']) {
      expect(Object.keys(services[service]?.environment ?? {})).toEqual(expect.arrayContaining(VARIABLES));
    }
    const documented = readText('docs/alerting.md');
    expect(VARIABLES.filter((name) => !documented.includes(`| \`${name}\``))).toEqual([]);
  });
});

describe('policies', () => {
  it('name contact points and mute timings that there are', () => {
    expect(POLICIES).toHaveLength(1);
    const names = CONTACT_POINTS.map(({ name }) => name);
    const routes = allRoutes(policies);
    expect(routes.flatMap(({ receiver }) => receiver ?? []).filter((name) => !names.includes(name))).toEqual([]);
    expect(routes.flatMap((one) => one.mute_time_intervals ?? []).filter((name) => !MUTE_TIMES.includes(name))).toEqual(
      [],
    );
  });

  it.each(RULES.map(({ uid, labels }) => [uid, labels] as const))(
    '%s: goes to the list of alerts, to its team, and to tools',
    (_uid, labels) => {
      const email = labels.team === 'operations' ? 'Churnwatch operations e-mail' : 'Churnwatch e-mail';
      const all = ['Churnwatch list of alerts', email, 'Churnwatch Slack', 'Churnwatch webhook'];
      expect(receiversOf(policies, labels, ALL)).toEqual(all);
      expect(receiversOf(policies, labels, {})).toEqual(['Churnwatch webhook']);
    },
  );

  it('never mute what is critical, nor what is about the service', () => {
    for (const { object_matchers = [], mute_time_intervals: muted = [] } of allRoutes(policies)) {
      if (muted.length === 0) continue;
      const severity = object_matchers.find(([label]) => label === 'severity');
      expect(severity?.[2]).toBe('warning|info');
    }
    const mutedAt = allRoutes(policies).filter((one) => (one.mute_time_intervals ?? []).length > 0);
    expect(mutedAt.length).toBeGreaterThan(0);
  });

  it('leave alerts of others to the webhook, which does nothing unless it is set', () => {
    expect(receiversOf(policies, { alertname: 'theirs' }, ALL)).toEqual(['Churnwatch webhook']);
  });
});

it('message templates can be read', () => {
  expect(problemsOf(TEMPLATES, ['reReplaceAll'])).toEqual([]);
  expect(problemsOf('{{ if .A }}x{{ end }}{{ end }} }}')).toEqual([
    'braces without their partners',
    'an end without a beginning',
  ]);
  expect(problemsOf('{{ range .A }}{{ shout .B }}')).toEqual(['no function shout', 'a block without its end']);
});
