import type { DataTransformerConfig, FieldConfig, FieldConfigSource } from '@grafana/data';
import { t } from '../../language/t';
import type { Dashboard, DashboardLink, GridPos, Panel, Section, Target } from './dashboard';
import { isObject, number, object, objects, text, texts, type Json } from './read';
import { readVariable } from './readVariable';

/**
 * The dashboard in a Grafana dashboard JSON of the classic schema. Parts that are missing get Grafana's defaults.
 *
 * @throws Error when the JSON is not of that schema, saying what to do.
 */
export function readDashboard(json: unknown): Dashboard {
  if (!isObject(json) || !Array.isArray(json.panels)) {
    throw new Error(
      t(
        'embed.errors.noDashboard',
        'This file is not a Grafana dashboard of the classic schema (it has no list "panels"). ' +
          'Export the dashboard again with "Export as JSON", model "Classic".',
      ),
    );
  }
  const time = object(json.time);
  const intervals = texts(object(json.timepicker).refresh_intervals);
  return {
    uid: text(json.uid),
    title: text(json.title, 'Dashboard'),
    description: text(json.description),
    tags: texts(json.tags),
    timezone: text(json.timezone) || 'browser',
    time: { from: text(time.from, 'now-6h'), to: text(time.to, 'now') },
    refresh: text(json.refresh),
    refreshIntervals: intervals.length > 0 ? intervals : undefined,
    sections: sections(objects(json.panels)),
    variables: objects(object(json.templating).list).map(readVariable),
    links: objects(json.links).map(readLink),
  };
}

/** Rows carry their panels inside when they were saved closed, and before them when they were saved open. */
function sections(panels: Json[]): Section[] {
  const result: Section[] = [{ panels: [] }];
  for (const json of panels) {
    const panel = readPanel(json);
    if (panel.type === 'row') {
      const collapsed = json.collapsed === true;
      result.push({
        heading: { id: panel.id, title: panel.title, collapsed },
        panels: objects(json.panels).map(readPanel),
      });
    } else {
      result[result.length - 1]?.panels.push(panel);
    }
  }
  return result.filter((section) => section.heading || section.panels.length > 0);
}

function readPanel(json: Json): Panel {
  return {
    id: number(json.id, 0),
    type: text(json.type),
    title: text(json.title),
    description: text(json.description),
    transparent: json.transparent === true,
    gridPos: readGridPos(object(json.gridPos)),
    options: { ...object(json.options) },
    fieldConfig: readFieldConfig(object(json.fieldConfig)),
    targets: objects(json.targets).map(readTarget),
    transformations: objects(json.transformations).map(readTransformation),
    links: objects(json.links).map((one) => ({
      title: text(one.title),
      url: text(one.url),
      targetBlank: !!one.targetBlank,
    })),
    maxDataPoints: typeof json.maxDataPoints === 'number' ? json.maxDataPoints : undefined,
  };
}

function readTransformation(json: Json): DataTransformerConfig {
  const { filter } = json;
  return {
    id: text(json.id),
    options: json.options ?? {},
    disabled: json.disabled === true,
    ...(isObject(filter) ? { filter: { id: text(filter.id), options: filter.options } } : {}),
  };
}

function readGridPos(json: Json): GridPos {
  const w = Math.min(24, Math.max(1, number(json.w, 12)));
  return {
    x: Math.min(24 - w, Math.max(0, number(json.x, 0))),
    y: Math.max(0, number(json.y, 0)),
    w,
    h: Math.max(1, number(json.h, 8)),
  };
}

function readFieldConfig(json: Json): FieldConfigSource {
  const overrides = objects(json.overrides).map((one) => ({
    matcher: { id: text(object(one.matcher).id), options: object(one.matcher).options },
    properties: objects(one.properties).map((property) => ({ id: text(property.id), value: property.value })),
  }));
  return { defaults: { ...object(json.defaults) } as FieldConfig, overrides };
}

function readTarget(json: Json, index: number): Target {
  return { ...json, refId: text(json.refId) || String.fromCharCode(65 + index), hide: json.hide === true || undefined };
}

function readLink(json: Json): DashboardLink {
  return {
    type: json.type === 'dashboards' ? 'dashboards' : 'link',
    title: text(json.title),
    tooltip: text(json.tooltip),
    url: text(json.url),
    tags: texts(json.tags),
    targetBlank: json.targetBlank === true,
    keepTime: json.keepTime === true,
    includeVars: json.includeVars === true,
  };
}
