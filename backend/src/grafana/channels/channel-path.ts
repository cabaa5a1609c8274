import {
  LIVE_TOPICS,
  liveFilterNames,
  RISK_BANDS,
  SEGMENTS,
  WARNING_STATES,
  type LiveFilters,
  type LiveTopic,
} from '../../contract';

/** What a live channel tells. */
export interface Channel {
  topic: LiveTopic;
  filters: LiveFilters;
}

/** The form in which a value stands in a path, where Grafana allows no spaces: `cannot-lose`. */
export const slugOf = (value: string): string => value.toLowerCase().replaceAll(' ', '-');

const valueNamed = <T extends string>(slug: string | undefined, values: readonly T[]): T | undefined =>
  values.find((value) => slugOf(value) === slug);

/** What can stand behind `segment/`, `band/` and so on; undefined: nothing of that name. */
const FILTERS: Readonly<Record<string, (slug: string) => LiveFilters | undefined>> = {
  segment: (slug) => listOf('segment', valueNamed(slug, SEGMENTS)),
  band: (slug) => listOf('band', valueNamed(slug, RISK_BANDS)),
  state: (slug) => (/^[a-z]{2}$/.test(slug) ? { state: [slug.toUpperCase()] } : undefined),
  warning_state: (slug) => listOf('warning_state', valueNamed(slug, WARNING_STATES)),
};

const listOf = (name: string, value: string | undefined): LiveFilters | undefined =>
  value === undefined ? undefined : { [name]: [value] };

/**
 * The channel at a path below `ds/<uid>/`: `alerts` or `predictions`, narrowed by pairs such as
 * `alerts/segment/at-risk/band/high`, each name once; undefined when there is none.
 */
export function channelAt(path: string): Channel | undefined {
  const [first, ...rest] = path.split('/');
  const topic = LIVE_TOPICS.find((one) => one === first);
  if (!topic || rest.length % 2 !== 0) return undefined;
  const filters: Record<string, unknown> = {};
  for (let at = 0; at < rest.length; at += 2) {
    const [name = '', slug = ''] = rest.slice(at, at + 2);
    const filter = name in filters ? undefined : filterOf(topic, name, slug);
    if (!filter) return undefined;
    Object.assign(filters, filter);
  }
  return { topic, filters };
}

function filterOf(topic: LiveTopic, name: string, slug: string): LiveFilters | undefined {
  if (!liveFilterNames(topic).includes(name) || !Object.hasOwn(FILTERS, name)) return undefined;
  return FILTERS[name]?.(slug);
}
