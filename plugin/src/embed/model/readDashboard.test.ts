import { readFileSync, readdirSync } from 'fs';
import path from 'path';
import { isKnown } from '../panels/registry';
import { readDashboard } from './readDashboard';

const FOLDER = path.resolve(__dirname, '../../../../dashboards');

it.each([undefined, null, 7, 'text', [], {}, { panels: {} }, { spec: { elements: {} } }])('refuses %j', (json) => {
  expect(() => readDashboard(json)).toThrow(/not a Grafana dashboard of the classic schema/);
});

it('gives Grafana’s defaults to what is missing', () => {
  expect(readDashboard({ panels: [{ type: 'stat', targets: [{ kind: 'kpis' }] }] })).toMatchObject({
    title: 'Dashboard',
    timezone: 'browser',
    time: { from: 'now-6h', to: 'now' },
    refresh: '',
    sections: [
      { panels: [{ type: 'stat', title: '', gridPos: { x: 0, y: 0, w: 12, h: 8 }, targets: [{ refId: 'A' }] }] },
    ],
  });
});

it('keeps panels inside the 24 columns', () => {
  const [section] = readDashboard({ panels: [{ gridPos: { x: 30, y: -1, w: 99, h: 0 } }] }).sections;
  expect(section?.panels[0]?.gridPos).toEqual({ x: 0, y: 0, w: 24, h: 1 });
});

it('puts panels under the row before them, and takes those that a closed row carries inside', () => {
  const { sections } = readDashboard({
    panels: [
      { id: 1, type: 'stat' },
      { id: 2, type: 'row', title: 'Open' },
      { id: 3, type: 'stat' },
      { id: 4, type: 'row', title: 'Closed', collapsed: true, panels: [{ id: 5, type: 'stat' }] },
    ],
  });
  expect(
    sections.map(({ heading, panels }) => [heading?.title, heading?.collapsed, panels.map(({ id }) => id)]),
  ).toEqual([
    [undefined, undefined, [1]],
    ['Open', false, [3]],
    ['Closed', true, [5]],
  ]);
});

it('survives parts of the wrong type', () => {
  expect(() =>
    readDashboard({
      panels: [null, { targets: 'none', fieldConfig: 7, transformations: [1, { id: 'merge' }], options: [] }],
      templating: { list: [null, { name: 1 }] },
      links: [{}],
      time: 'now',
    }),
  ).not.toThrow();
});

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.json')))('our own %s', (name) => {
  const dashboard = readDashboard(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')));
  const panels = dashboard.sections.flatMap((section) => section.panels);

  it('holds only panels that this viewer draws', () => {
    expect(panels.filter(({ type }) => !isKnown(type)).map(({ type }) => type)).toEqual([]);
  });

  it('gives each panel an id of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});
