import {
  QueryVariable,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneQueryRunner,
  VizPanel,
} from '@grafana/scenes';
import modelCard from '../../../../dashboards/model-card.json';
import { sceneHeight } from './height';
import type { DashboardModel, PanelModel } from './model';
import { sceneOf } from './sceneOf';

const PANEL: PanelModel = {
  type: 'stat',
  title: 'One',
  gridPos: { x: 4, y: 2, w: 6, h: 3 },
  targets: [{ refId: 'A', kind: 'operations', datasource: { uid: '${datasource}' } }],
};
const AT = { uid: 'shop', range: { from: Date.UTC(2018, 0, 1), to: Date.UTC(2018, 5, 1) } };

function panelsOf(dashboard: DashboardModel) {
  const { body } = sceneOf(dashboard, AT).state;
  if (!(body instanceof SceneGridLayout)) throw new Error('The scene is no grid.');
  return body.state.children.map((item) => {
    if (!(item instanceof SceneGridItem) || !(item.state.body instanceof VizPanel)) throw new Error('No panel.');
    return { item: item.state, panel: item.state.body.state };
  });
}

describe('a dashboard as a scene', () => {
  it('asks the data source of the page, over its time range', () => {
    const scene = sceneOf({ panels: [PANEL] }, AT);
    expect(scene.state.$timeRange?.state).toMatchObject({ from: '2018-01-01T00:00:00.000Z', timeZone: 'utc' });
    const [one] = panelsOf({ panels: [PANEL] });
    expect(one?.item).toMatchObject({ x: 4, y: 2, width: 6, height: 3 });
    const data = one?.panel.$data;
    if (!(data instanceof SceneQueryRunner)) throw new Error('The panel asks nothing.');
    const datasource = { uid: 'shop', type: 'churnwatch-warehouse-datasource' };
    expect(data.state.queries).toEqual([{ refId: 'A', kind: 'operations', datasource }]);
  });

  it('keeps transformations, and panels that ask nothing', () => {
    const transformations = [{ id: 'organize', options: {} }];
    const [one, two] = panelsOf({
      panels: [
        { ...PANEL, transformations },
        { ...PANEL, targets: [] },
      ],
    });
    expect(one?.panel.$data).toBeInstanceOf(SceneDataTransformer);
    expect(two?.panel.$data).toBeUndefined();
  });

  it('hides columns by the name of today as well, as nothing migrates the panels of a page', () => {
    const matcher = { id: 'byName', options: 'role' };
    const overrides = [
      {
        matcher,
        properties: [
          { id: 'custom.hidden', value: true },
          { id: 'unit', value: 'none' },
        ],
      },
    ];
    const [one] = panelsOf({ panels: [{ ...PANEL, type: 'table', fieldConfig: { defaults: {}, overrides } }] });
    expect(one?.panel.fieldConfig.overrides).toEqual([
      {
        matcher,
        properties: [
          { id: 'custom.hidden', value: true },
          { id: 'custom.hideFrom.viz', value: true },
          { id: 'unit', value: 'none' },
        ],
      },
    ]);
  });

  it('holds every panel of the dashboard about the model, with the variable of its headline', () => {
    const dashboard: DashboardModel = modelCard;
    expect(panelsOf(dashboard).map(({ panel }) => panel.title)).toEqual(dashboard.panels.map(({ title }) => title));
    const variables = sceneOf(dashboard, AT).state.$variables?.state.variables ?? [];
    expect(variables.map(({ state }) => state.name)).toContain('headline');
    expect(variables.every((one) => one instanceof QueryVariable)).toBe(true);
  });
});

describe('its height', () => {
  const panels = [PANEL, { gridPos: { x: 0, y: 0, w: 4, h: 4 } }];

  it.each([
    [1_000, 5 * 38],
    [400, 7 * 38 + 2 * 8],
    [0, 7 * 38 + 2 * 8],
  ])('on a page %d px wide is %d px', (width, height) => {
    expect(sceneHeight(panels, width)).toBe(height);
  });

  it('is none without panels', () => {
    expect(sceneHeight([], 1_000)).toBe(0);
  });
});
