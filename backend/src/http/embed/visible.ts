import {
  isRecord,
  recordOf,
  recordsIn,
  textOf,
  type Fields,
  type FrameMeta,
  type GenerationSummary,
  type WarehouseStatus,
} from '../../contract';
import type { LinkClaims } from './link';
import { queriesOf, type LinkScope } from './scope';

/**
 * A dashboard as a visitor with a link gets it: only the panels that the link shows, its variables and time range set as
 * the link has them, and no links to places that the visitor cannot reach.
 *
 * @param asked values of variables that had to be asked for, by name
 */
export function visibleDashboard(
  json: unknown,
  scope: LinkScope,
  claims: LinkClaims,
  asked: ReadonlyMap<string, string>,
) {
  const dashboard = recordOf(json);
  const { range } = scope;
  // As they are asked, but for statements: which those are is the server's to know.
  const queries = scope.panels.map((panel): [number, readonly Fields[]] => [
    panel.id,
    queriesOf(panel, scope).map(({ rawSql: _, ...query }) => query),
  ]);
  return {
    uid: dashboard.uid,
    title: dashboard.title,
    description: claims.panel === undefined ? dashboard.description : '',
    timezone: dashboard.timezone,
    refresh: dashboard.refresh,
    time: { from: String(range.from), to: String(range.to) },
    templating: { list: variablesIn(dashboard).map((one) => setVariable(one, scope, claims, asked)) },
    panels: panelsIn(dashboard.panels, new Map(queries)),
    links: [],
  };
}

/** How the data is, without where its files lie and how much a shop sells. */
export function visibleStatus({ state, progress, generation }: WarehouseStatus) {
  return { state, progress, generation: generation && visibleGeneration(generation) };
}

function visibleGeneration(generation: GenerationSummary) {
  const { id, builtAt, sample, firstDay, lastDay, regularFirstDay, regularLastDay } = generation;
  return { id, builtAt, sample, firstDay, lastDay, regularFirstDay, regularLastDay };
}

/** What an answer says of itself, without the statements that made it. */
export function visibleMeta(meta: FrameMeta | undefined): FrameMeta | undefined {
  if (!meta) return undefined;
  const { executedQueryString: _, custom, ...rest } = meta;
  const { sql: __, ...kept } = custom ?? {};
  return { ...rest, custom: kept };
}

function variablesIn(dashboard: Fields): Fields[] {
  return recordsIn(recordOf(dashboard.templating).list).filter(({ type }) => type !== 'datasource');
}

/** Asks nothing any more: its value stands there, and only a free one may be set to another. */
function setVariable(json: Fields, { choices }: LinkScope, { free }: LinkClaims, asked: ReadonlyMap<string, string>) {
  const name = textOf(json.name);
  const first = asked.get(name);
  const value = first === undefined ? (choices[name] ?? []) : [first];
  const { label, multi, includeAll, allValue } = json;
  const type = free.includes(name) ? 'custom' : 'constant';
  return { name, label, multi, includeAll, allValue, type, hide: 2, query: '', current: { value } };
}

/** The queries of each panel that is shown, by the panel's id. */
type Queries = ReadonlyMap<unknown, readonly Fields[]>;

function panelsIn(panels: unknown, queries: Queries): Fields[] {
  return recordsIn(panels).flatMap((panel) => {
    if (panel.type !== 'row') return queries.has(panel.id) ? [visiblePanel(panel, queries)] : [];
    const inside = panelsIn(panel.panels, queries);
    // A heading says nothing where only one panel is shown.
    return queries.size > 1 ? [{ ...panel, panels: inside }] : inside;
  });
}

function visiblePanel(panel: Fields, queries: Queries): Fields {
  const config = recordOf(panel.fieldConfig);
  const { links: _, ...defaults } = recordOf(config.defaults);
  const overrides = recordsIn(config.overrides).map((rule) => ({
    ...rule,
    properties: recordsIn(rule.properties).filter(({ id }) => id !== 'links'),
  }));
  return {
    ...panel,
    links: [],
    fieldConfig: { defaults, overrides },
    ...(isRecord(panel.options) ? { options: { ...panel.options, dataLinks: undefined } } : {}),
    targets: queries.get(panel.id) ?? [],
  };
}
