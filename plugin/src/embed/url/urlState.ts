import { LANGUAGES, type Language } from '@contract';

/** What a dashboard's address says, with Grafana's own names so that links fit both. */
export interface UrlState {
  /** Milliseconds, `now-30d` and the like, or an ISO date. */
  from?: string;
  to?: string;
  /** Values of the variables named in the address. */
  variables: Record<string, string[]>;
  /** Interval of automatic refreshing, such as `30s`; an empty text turns it off. */
  refresh?: string;
  theme?: 'dark' | 'light';
  /** The language of the page. */
  lang?: Language;
}

const VARIABLE = 'var-';

/** The state in a query string such as `?from=now-30d&to=now&var-state=SP&var-state=RJ`. Unknown keys are left alone. */
export function parseUrlState(search: string): UrlState {
  const parameters = new URLSearchParams(search);
  const variables: Record<string, string[]> = {};
  for (const key of new Set(parameters.keys())) {
    if (key.startsWith(VARIABLE)) variables[key.slice(VARIABLE.length)] = parameters.getAll(key);
  }
  const theme = parameters.get('theme');
  return {
    from: parameters.get('from') ?? undefined,
    to: parameters.get('to') ?? undefined,
    variables,
    refresh: parameters.get('refresh') ?? undefined,
    theme: theme === 'dark' || theme === 'light' ? theme : undefined,
    lang: LANGUAGES.find((language) => language === parameters.get('lang')),
  };
}

/** A change of the address: a key set to `null` leaves it, one set to a list stands there once for each value. */
export type SearchChange = Record<string, string | readonly string[] | number | boolean | null | undefined>;

/** The query string after a change, without the question mark; what does not change keeps its place. */
export function changeSearch(search: string, change: SearchChange): string {
  const parameters = new URLSearchParams(search);
  for (const [key, value] of Object.entries(change)) {
    const values = (Array.isArray(value) ? value : [value])
      .filter((one) => one !== null && one !== undefined)
      .map(String);
    if (JSON.stringify(values) === JSON.stringify(parameters.getAll(key))) continue;
    parameters.delete(key);
    values.forEach((one) => parameters.append(key, one));
  }
  return readable(parameters);
}

export function variableKey(name: string): string {
  return `${VARIABLE}${name}`;
}

/** Commas, colons and the dollar sign need no escaping in a query string, and people read addresses. */
function readable(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%24', '$');
}
