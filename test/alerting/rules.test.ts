import { parseQuery } from '../../backend/src/contract';
import { filesIn, readJson, readYaml } from '../files/repository';
import { evaluate, inputsOf } from './evaluate';
import { variablesOf } from './expressions/math';
import type { Value } from './expressions/values';
import { namesAfter, problemsOf } from './render/syntax';
import { EXPRESSIONS, GROUPS, isQuery, RULES, type Rule } from './rules';

interface Dashboard {
  uid: string;
  panels: { id: number }[];
}

const dashboards = new Map(
  filesIn('dashboards', '.json')
    .map((path) => readJson<Dashboard>(path))
    .map(({ uid, panels }) => [uid, panels.map(({ id }) => id)]),
);
const source = readYaml<{ datasources: { uid: string }[] }>('provisioning/datasources/churnwatch.yaml');
const each = RULES.map((rule) => [rule.uid, rule] as const);
/** Of Prometheus' and Grafana's template functions those that the rules use. */
const FUNCTIONS = ['externalURL', 'reReplaceAll'];

it('there are rules for customers, sales and the service, each with a uid and a title of its own', () => {
  expect(GROUPS.map(({ name }) => name)).toEqual(['Customers', 'Sales', 'Service']);
  expect(RULES.length).toBeGreaterThanOrEqual(13);
  for (const key of ['uid', 'title'] as const) expect(new Set(RULES.map((rule) => rule[key])).size).toBe(RULES.length);
});

describe.each(each)('%s', (uid, rule) => {
  const { data, condition } = rule;
  const refIds = data.map(({ refId }) => refId);

  it('has a uid that Grafana takes', () => expect(uid).toMatch(/^[\w-]{1,40}$/));

  it('asks our data source, with queries that the backend takes', () => {
    for (const { datasourceUid, model } of data.filter(isQuery)) {
      expect(source.datasources.map((one) => one.uid)).toContain(datasourceUid);
      const { refId, ...query } = model;
      expect(refId).toBeDefined();
      expect(() => parseQuery(query)).not.toThrow();
    }
  });

  it('names each query once, and uses only names that there are', () => {
    expect(new Set(refIds).size).toBe(refIds.length);
    expect(data.map(({ model }) => model.refId)).toEqual(refIds);
    const inputs = data.filter((query) => !isQuery(query)).flatMap(inputsOf);
    expect(inputs.filter((refId) => !refIds.includes(refId))).toEqual([]);
  });

  it('is decided by a threshold: "not a number" would fire a condition of math', () => {
    const decides = data.find(({ refId }) => refId === condition);
    expect([decides?.datasourceUid, decides?.model.type]).toEqual([EXPRESSIONS, 'threshold']);
  });

  it('decides nothing by texts, which would change the alert', () => {
    const texts = data.filter(({ model }) => 'texts' in model).map(({ refId }) => refId);
    expect(needed(rule, condition).filter((refId) => texts.includes(refId))).toEqual([]);
  });

  it('leads to a panel that there is', () => {
    // Grafana takes `dashboardUid` and `panelId` of a file, and then links nothing: it looks at these annotations only.
    const { __dashboardUid__: dashboard = '', __panelId__: panel } = rule.annotations;
    expect(dashboards.get(dashboard)?.map(String)).toContain(panel);
    expect(rule).not.toHaveProperty('dashboardUid');
    const linked = /\/d\/([\w-]+)|d\/([\w-]+)/.exec(rule.annotations.dashboard_url ?? '');
    expect(dashboards.has(linked?.[2] ?? linked?.[1] ?? '')).toBe(true);
  });

  it('says whom it concerns, how much, and what to do', () => {
    expect(rule.labels).toMatchObject({
      app: 'churnwatch',
      team: expect.stringMatching(/^(retention|sales|operations)$/),
      severity: expect.stringMatching(/^(critical|warning|info)$/),
    });
    for (const name of ['summary', 'description', 'action', 'dashboard_url']) {
      expect(rule.annotations[name]).toMatch(/\w{3}/);
    }
    for (const name of ['description', 'action']) expect(rule.annotations[name]).not.toContain('$labels');
  });

  it('has templates that can be read, of values that there are', () => {
    for (const text of Object.values(rule.annotations)) {
      expect(problemsOf(text, FUNCTIONS)).toEqual([]);
      expect(namesAfter('values', text).filter((refId) => !refIds.includes(refId))).toEqual([]);
    }
  });
});

it('one rule alone fires when the data source fails; the others keep the state that they had', () => {
  const states = RULES.map(({ uid, execErrState, noDataState }) => [uid, execErrState, noDataState]);
  const [unavailable, ...others] = [
    ...states.filter(([, onError]) => onError !== 'KeepLast'),
    ...states.filter(([, onError]) => onError === 'KeepLast'),
  ];
  expect(unavailable).toEqual(['churnwatch-warehouse-unavailable', 'Alerting', 'Alerting']);
  expect(others.every(([, onError, onNothing]) => onError === 'KeepLast' && onNothing === 'OK')).toBe(true);
});

/** What a refId of a rule is made of. */
function needed(rule: Rule, refId: string): string[] {
  const query = rule.data.find((one) => one.refId === refId);
  if (!query || isQuery(query)) return [refId];
  return [refId, ...inputsOf(query).flatMap((input) => needed(rule, input))];
}

describe('what the rules decide', () => {
  const ruleOf = (uid: string): Rule => RULES.find((one) => one.uid === uid)!;
  const states = (uid: string, answers: Record<string, Value[]>) => {
    const rule = ruleOf(uid);
    const nothing = rule.data
      .filter(isQuery)
      .map(({ refId }): [string, Value[]] => [refId, [{ labels: {}, value: 1 }]]);
    return evaluate(rule, new Map([...nothing, ...Object.entries(answers)])).map(({ state }) => state);
  };
  const number = (value: number | null, labels = {}): Value => ({ labels, value });

  it('a segment fires above its share, and not with a handful of customers', () => {
    const of = (share: number, customers: number) =>
      states('churnwatch-high-risk-segment', {
        share: [number(share, { segment: 'New' }), number(0.01, { segment: 'Loyal' })],
        customers: [number(customers, { segment: 'New' }), number(500, { segment: 'Loyal' })],
      });
    expect(of(0.3, 100)).toEqual(['alerting', 'normal']);
    expect(of(0.1, 100)).toEqual(['normal', 'normal']);
    expect(of(0.9, 19)).toEqual(['normal', 'normal']);
  });

  it('valuable customers fire by their share, and not a handful of them; nobody of none is no alarm', () => {
    const of = (newly: number, customers: number) =>
      states('churnwatch-valuable-newly-at-risk', { newly: [number(newly)], customers: [number(customers)] });
    expect(of(40, 1_000)).toEqual(['alerting']);
    expect(of(20, 1_000)).toEqual(['normal']);
    expect(of(9, 20)).toEqual(['normal']);
    expect(of(0, 0)).toEqual(['normal']);
  });

  it('the churn rate fires above the mean of its months and two standard deviations', () => {
    const usual = [0.1, 0.11, 0.09, 0.1, 0.12, 0.1, 0.09, 0.1, 0.11, 0.1, 0.1];
    const upperWith = (last: number): number => {
      const all = [...usual, last];
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      return mean + 2 * Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
    };
    for (const last of [0.1, 0.115, 0.12, 0.125, 0.13, 0.2]) {
      const points = [...usual, last];
      const fires = last > upperWith(last);
      const answer = states('churnwatch-churn-rate', { rates: [{ labels: {}, points }] });
      expect([last, answer]).toEqual([last, [fires ? 'alerting' : 'normal']]);
    }
    expect(0.2).toBeGreaterThan(upperWith(0.2));
    expect(0.12).toBeLessThan(upperWith(0.12));
  });

  it('the churn rate never fires by a few months, or by months that are all alike', () => {
    const of = (points: number[]) => states('churnwatch-churn-rate', { rates: [{ labels: {}, points }] });
    expect(of([0.1, 0.1, 0.1, 0.1, 0.9])).toEqual(['normal']);
    expect(of(Array.from({ length: 12 }, () => 0.1))).toEqual(['normal']);
  });

  it('a day fires on both sides of its band', () => {
    const outside = [0, -0.05, -0.2, 0.3].map((value, i) => number(value, { day: `2018-08-0${i + 1}` }));
    expect(states('churnwatch-unusual-sales-day', { outside })).toEqual(['normal', 'normal', 'alerting', 'alerting']);
  });

  it.each([
    ['churnwatch-revenue-at-risk-rising', 'change', 0.11, 0.09],
    ['churnwatch-sales-shortfall', 'shortfall', 0.11, -0.2],
    ['churnwatch-data-not-fresh', 'value', 73, 24],
    ['churnwatch-model-drifted', 'value', 0.3, 0.1],
    ['churnwatch-model-too-old', 'value', 46 * 24, 44 * 24],
    ['churnwatch-prediction-errors', 'value', 0.06, 0],
    ['churnwatch-slow-queries', 'value', 6, 0.1],
    ['churnwatch-event-lag', 'value', 61, 5],
    ['churnwatch-webhooks-given-up', 'value', 1, 0],
  ])('%s fires past its threshold alone', (uid, refId, past, before) => {
    expect(states(uid, { [refId]: [number(past)] })).toEqual(['alerting']);
    expect(states(uid, { [refId]: [number(before)] })).toEqual(['normal']);
    expect(states(uid, { [refId]: [number(null)] })).toEqual(['nodata']);
    expect(states(uid, { [refId]: [] })).toEqual(['nodata']);
  });

  it('a receiver of webhooks fires by itself', () => {
    const value = [number(0, { receiver: 'crm' }), number(3, { receiver: 'n8n' })];
    expect(states('churnwatch-webhooks-given-up', { value })).toEqual(['normal', 'alerting']);
  });

  it('the warehouse is there as long as it answers', () => {
    expect(states('churnwatch-warehouse-unavailable', { value: [number(0.01)] })).toEqual(['normal']);
  });

  it('knows the variables of its expressions', () => {
    expect(variablesOf('$share * ($customers >= 20)')).toEqual(['share', 'customers']);
  });
});
