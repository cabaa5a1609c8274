import { readYaml } from '../files/repository';
import { ALERTING_FILES } from './rules';

export interface Receiver {
  uid: string;
  type: string;
  settings: Record<string, string | boolean>;
}

export interface ContactPoint {
  name: string;
  receivers: Receiver[];
}

export interface Route {
  receiver?: string;
  object_matchers?: [label: string, operator: string, value: string][];
  continue?: boolean;
  mute_time_intervals?: string[];
  routes?: Route[];
}

interface NotificationFile {
  contactPoints?: ContactPoint[];
  policies?: Route[];
  muteTimes?: { name: string }[];
  templates?: { name: string; template: string }[];
}

const files = ALERTING_FILES.map((path) => readYaml<NotificationFile>(path));

export const CONTACT_POINTS = files.flatMap(({ contactPoints = [] }) => contactPoints);
export const POLICIES = files.flatMap(({ policies = [] }) => policies);
export const MUTE_TIMES = files.flatMap(({ muteTimes = [] }) => muteTimes.map(({ name }) => name));
export const TEMPLATES = files.flatMap(({ templates = [] }) => templates.map(({ template }) => template)).join('\n');

/** A policy and all below it. */
export const allRoutes = (route: Route): Route[] => [route, ...(route.routes ?? []).flatMap(allRoutes)];

/** What Grafana's provisioning makes of a text: variables of the environment in the place of their names, `$$` as `$`. */
export const expanded = (text: string, environment: Readonly<Record<string, string>>): string =>
  text
    .split('$$')
    .map((part) => part.replaceAll(/\$\{?(\w+)\}?/g, (_, name: string) => environment[name] ?? ''))
    .join('$');

/**
 * The contact points that an alert goes to: of each policy the first below it that matches, and the next ones too where it
 * says "continue" (Prometheus' documentation of routes).
 */
export function receiversOf(
  route: Route,
  labels: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): string[] {
  const found: string[] = [];
  for (const child of route.routes ?? []) {
    if (!matches(child, labels, environment)) continue;
    found.push(...receiversOf({ ...child, receiver: child.receiver ?? route.receiver }, labels, environment));
    if (!child.continue) break;
  }
  return found.length > 0 ? found : [route.receiver ?? ''];
}

function matches(
  { object_matchers = [] }: Route,
  labels: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): boolean {
  return object_matchers.every(([label, operator, text]) => {
    const [value, wanted] = [labels[label] ?? '', expanded(text, environment)];
    if (operator === '=') return value === wanted;
    if (operator === '!=') return value !== wanted;
    return new RegExp(`^(?:${wanted})$`).test(value) === (operator === '=~');
  });
}
