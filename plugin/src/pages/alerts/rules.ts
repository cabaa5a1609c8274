import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

/** What a rule has found about one thing, such as one segment. */
export interface RuleInstance {
  labels: Readonly<Record<string, string>>;
  /** As Grafana writes it, in small letters: `alerting`, `pending`, `normal`, `nodata`, `error`. */
  state: string;
  /** RFC 3339. */
  since: string;
  /** What the rule says of it, its numbers filled in. */
  summary?: string;
}

/** An alert rule of Grafana's that asks one of our data sources. */
export interface Rule {
  uid: string;
  name: string;
  folder: string;
  group: string;
  /** `firing`, `pending`, `recovering` or `inactive`. */
  state: string;
  /** `ok`, `nodata` or `error`. */
  health: string;
  error?: string;
  /** What the rule is about, in words; those that have places for numbers stand with what it has found. */
  summary?: string;
  paused: boolean;
  /** Of the rule itself: all that it finds carries them, too. */
  labels: Readonly<Record<string, string>>;
  /** RFC 3339. */
  evaluated?: string;
  instances: readonly RuleInstance[];
  /** The queries that it asks our data source. */
  queries: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** Where Grafana tells the state of its own alert rules; each reader sees those of the folders they may see. */
const RULES_URL = '/api/prometheus/grafana/api/v1/rules';

/**
 * The alert rules that ask a data source, those that need attention first.
 *
 * @throws what Grafana makes of a failure: see `messageOf`
 */
export async function readRules(uid: string): Promise<Rule[]> {
  const request = { url: RULES_URL, showErrorAlert: false };
  const { data } = await lastValueFrom(getBackendSrv().fetch<unknown>(request));
  return rulesIn(data, uid);
}

/** The rules of an answer that ask the data source, those that need attention first. */
export function rulesIn(answer: unknown, uid: string): Rule[] {
  const rules = list(fields(fields(answer).data).groups).flatMap((group) =>
    list(fields(group).rules).flatMap((rule) => readRule(fields(group), fields(rule), uid)),
  );
  return rules.toSorted((one, other) => rankOf(one) - rankOf(other) || one.name.localeCompare(other.name));
}

type Fields = Readonly<Record<string, unknown>>;

function readRule(group: Fields, rule: Fields, uid: string): Rule[] {
  const queries = queriesOf(text(rule.query));
  const asked = new Set([
    ...list(rule.queriedDatasourceUIDs).map(text),
    ...queries.map((one) => text(one.datasourceUid)),
  ]);
  if (!asked.has(uid)) return [];
  return [
    {
      uid: text(rule.uid),
      name: text(rule.name),
      folder: text(group.file),
      group: text(group.name),
      state: text(rule.state),
      health: text(rule.health),
      error: text(rule.lastError) || undefined,
      summary: plainText(fields(rule.annotations), 'description', 'summary'),
      paused: rule.isPaused === true,
      labels: textsOf(rule.labels),
      evaluated: evaluatedAt(text(rule.lastEvaluation)),
      instances: list(rule.alerts).map((alert) => readInstance(fields(alert))),
      queries: queries.filter((one) => text(one.datasourceUid) === uid).map(({ model }) => fields(model)),
    },
  ];
}

function readInstance({ labels, state, activeAt, annotations }: Fields): RuleInstance {
  return {
    labels: textsOf(labels),
    state: text(state).toLowerCase().split(' ')[0] ?? '',
    since: text(activeAt),
    summary: plainText(fields(annotations), 'summary'),
  };
}

/** The first of some texts that is there and no template: Grafana tells those of a rule as they were written. */
const plainText = (annotations: Fields, ...names: string[]): string | undefined =>
  names.map((name) => text(annotations[name])).find((one) => one !== '' && !one.includes('{{'));

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(fields(value)).map(([name, one]) => [name, text(one)]));

/** Grafana tells the queries of a rule as JSON where their data source has no query language of its own. */
function queriesOf(told: string): Fields[] {
  try {
    return list(JSON.parse(told)).map(fields);
  } catch {
    return [];
  }
}

/** A rule that has never been evaluated carries the year 1. */
const evaluatedAt = (moment: string): string | undefined => (moment > '1970' ? moment : undefined);

/** Whether a rule has found what it looks for: one that cannot be evaluated fires as well, to be noticed. */
export const isFiring = ({ state, health }: Pick<Rule, 'state' | 'health'>): boolean =>
  state === 'firing' && health !== 'error' && health !== 'nodata';

/** Firing first, then what cannot be told, then what may fire soon. */
function rankOf(rule: Rule): number {
  const { state, health } = rule;
  if (isFiring(rule)) return 0;
  if (health === 'error') return 1;
  return state === 'pending' || state === 'recovering' ? 2 : 3;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
