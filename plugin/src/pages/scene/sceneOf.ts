import type { TimeRange } from '@contract';
import { config } from '@grafana/runtime';
import {
  EmbeddedScene,
  QueryVariable,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneQueryRunner,
  SceneTimeRange,
  SceneVariableSet,
  VizPanel,
} from '@grafana/scenes';
import { VariableHide, VariableRefresh } from '@grafana/schema';
import { DATASOURCE_ID } from '../../ids';
import type { DashboardModel, PanelModel, PropertyModel, VariableModel } from './model';

/** The data source that a page is about, and the time range (ms) that it shows. */
export interface SceneOf {
  uid: string;
  range: TimeRange;
}

/** A dashboard's panels over one data source as a scene, which a page shows in place of the dashboard. */
export function sceneOf({ panels, templating }: DashboardModel, { uid, range }: SceneOf): EmbeddedScene {
  const datasource = { uid, type: DATASOURCE_ID };
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
      timeZone: 'utc',
    }),
    $variables: new SceneVariableSet({
      variables: (templating?.list ?? [])
        .filter(({ type }) => type === 'query')
        .map((variable) => queryVariable(variable, datasource)),
    }),
    body: new SceneGridLayout({
      isDraggable: false,
      isResizable: false,
      children: panels.map((panel) => {
        const { x, y, w: width, h: height } = panel.gridPos;
        return new SceneGridItem({ x, y, width, height, body: vizPanel(panel, datasource) });
      }),
    }),
  });
}

type Ref = { uid: string; type: string };

function queryVariable({ name, query }: VariableModel, datasource: Ref): QueryVariable {
  return new QueryVariable({
    name,
    datasource,
    query: isFields(query) ? { refId: name, ...query } : '',
    hide: VariableHide.hideVariable,
    refresh: VariableRefresh.onTimeRangeChanged,
  });
}

function vizPanel(panel: PanelModel, datasource: Ref): VizPanel {
  const { type, title, description, transparent, options = {}, fieldConfig, targets = [] } = panel;
  const queries = targets.map((target) => ({ ...target, datasource }));
  return new VizPanel({
    pluginId: type,
    // Dashboards of ours are written for the Grafana that runs: there is nothing to migrate in them.
    pluginVersion: config.buildInfo.version,
    title,
    description,
    displayMode: transparent ? 'transparent' : 'default',
    options: { ...options },
    fieldConfig: {
      defaults: { ...fieldConfig?.defaults },
      overrides: (fieldConfig?.overrides ?? []).map(({ matcher, properties }) => ({
        matcher,
        properties: properties.flatMap(withNewName),
      })),
    },
    $data: queries.length > 0 ? dataOf(panel, queries, datasource) : undefined,
  });
}

/**
 * The property with the name that it has had since Grafana 12.2, beside the older one: a dashboard's column that is hidden
 * by the older one is migrated when the dashboard is opened, and a panel of a page is not.
 */
function withNewName(property: PropertyModel): PropertyModel[] {
  return property.id === 'custom.hidden' ? [property, { ...property, id: 'custom.hideFrom.viz' }] : [property];
}

function dataOf(
  { transformations = [] }: PanelModel,
  queries: Array<{ refId: string }>,
  datasource: Ref,
): SceneQueryRunner | SceneDataTransformer {
  const runner = new SceneQueryRunner({ datasource, queries });
  if (transformations.length === 0) return runner;
  return new SceneDataTransformer({ $data: runner, transformations: transformations.map((one) => ({ ...one })) });
}

const isFields = (value: unknown): value is object => typeof value === 'object' && value !== null;
