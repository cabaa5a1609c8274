import { KIND_SPECS, parseQuery } from '../../backend/src/contract';
import { filesIn, readJson } from './repository';

interface Target {
  refId: string;
  datasource: unknown;
  [key: string]: unknown;
}

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: unknown;
  targets?: Target[];
  options?: { content?: string };
}

interface Variable {
  name: string;
  type: string;
  query: unknown;
  datasource?: unknown;
}

interface Dashboard {
  id: null;
  uid: string;
  title: string;
  description: string;
  tags: string[];
  timezone: string;
  time: { from: string; to: string };
  panels: Panel[];
  templating: { list: Variable[] };
  __inputs?: unknown;
}

interface Manifest {
  id: string;
  includes?: { type: string; path?: string }[];
}

const DATASOURCE = { type: 'churnwatch-warehouse-datasource', uid: '${datasource}' };
const CORE_PANELS = ['text', 'stat', 'timeseries', 'bargauge', 'barchart', 'xychart', 'piechart', 'table'];

const manifests = filesIn('plugin/src', 'plugin.json').map((path) => readJson<Manifest>(path));
const dashboards = filesIn('dashboards', '.json').map((path) => [path, readJson<Dashboard>(path)] as const);

const variablesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{?(\w+)/g)].flatMap(([, name]) => (name && !name.startsWith('__') ? [name] : []));

/** What a query becomes once the browser has replaced its variables: here by values that every kind accepts. */
function interpolated(query: object): unknown {
  const filters = { state: ['SP'], category: ['toys'], payment_type: ['boleto'], segment: ['Lost'] };
  const customer = Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, value === '$customer' ? '5a1c0f5e' : value]),
  );
  return 'filters' in query ? { ...customer, filters } : customer;
}

describe.each(dashboards)('%s', (path, dashboard) => {
  it('can be provisioned and imported as it is', () => {
    expect(dashboard.id).toBeNull();
    expect(dashboard.uid).toMatch(/^churnwatch-[a-z-]{1,29}$/);
    expect(dashboard).not.toHaveProperty('__inputs');
    expect(dashboard).toMatchObject({ timezone: 'utc', tags: expect.arrayContaining(['churnwatch']) });
    expect(dashboard.title).not.toBe('');
    expect(dashboard.description).not.toBe('');
  });

  it('comes with the app', () => {
    const included = manifests.find(({ id }) => id === 'churnwatch-retention-app')?.includes ?? [];
    expect(included.map((one) => one.path)).toContain(path);
  });

  it('names its data source by a variable only', () => {
    const named = [
      ...dashboard.panels.flatMap((panel) => [panel, ...(panel.targets ?? [])]),
      ...dashboard.templating.list,
    ];
    for (const { datasource } of named) expect([undefined, DATASOURCE]).toContainEqual(datasource);
    expect(dashboard.templating.list).toContainEqual(
      expect.objectContaining({ name: 'datasource', type: 'datasource', query: DATASOURCE.type }),
    );
  });

  it('has no more than 14 panels, each with its own id, a title and a description', () => {
    expect(dashboard.panels.length).toBeLessThanOrEqual(14);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    for (const { title, description } of dashboard.panels) {
      expect(title).not.toBe('');
      expect(description ?? '').not.toBe('');
    }
  });

  it('shows panels that exist, inside the grid and without overlap', () => {
    const known = [...CORE_PANELS, ...manifests.map(({ id }) => id)];
    const taken = new Map<string, string>();
    for (const { type, title, gridPos } of dashboard.panels) {
      expect(known).toContain(type);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.get(`${x},${y}`) ?? title).toBe(title);
          taken.set(`${x},${y}`, title);
        }
      }
    }
  });

  it('asks only what the backend can answer', () => {
    const queries = [
      ...dashboard.panels.flatMap(({ targets }) => targets ?? []),
      ...dashboard.templating.list.filter(({ type }) => type === 'query').map(({ query }) => query as object),
    ];
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) {
      expect(Object.keys(KIND_SPECS)).toContain((query as { kind?: string }).kind);
      expect(() => parseQuery(interpolated(query))).not.toThrow();
    }
  });

  it('uses only variables that it has', () => {
    const names = dashboard.templating.list.map(({ name }) => name);
    const used = variablesIn(JSON.stringify([dashboard.panels, dashboard.templating.list]));
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });
});
