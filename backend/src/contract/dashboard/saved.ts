import type { SavedQuery } from '../interpolate';
import { isRecord, numberOr, recordOf, recordsIn, textOf, textsIn, type Fields } from './fields';

/** Grafana's own name for "all values", in addresses and in saved dashboards. */
export const ALL_VALUES = '$__all';

/** A variable of a dashboard, as far as its queries need it. */
export interface SavedVariable {
  name: string;
  label: string;
  type: string;
  multi: boolean;
  includeAll: boolean;
  /** What "All" stands for in a text, where the dashboard names something. */
  allValue: string;
  query: unknown;
  /** The values that the dashboard was saved with. */
  saved: readonly string[];
}

/** A panel of a dashboard, also one in a closed row. */
export interface SavedPanel {
  id: number;
  type: string;
  title: string;
  description: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: readonly (SavedQuery & { refId: string })[];
  transformations: readonly Fields[];
  options: Fields;
  fieldConfig: Fields;
}

export interface SavedDashboard {
  uid: string;
  title: string;
  description: string;
  time: { from: string; to: string };
  variables: readonly SavedVariable[];
  panels: readonly SavedPanel[];
}

/** What a dashboard's JSON (Grafana's classic schema) says, with Grafana's defaults where it says nothing. */
export function readSavedDashboard(json: unknown): SavedDashboard {
  const dashboard = recordOf(json);
  const time = recordOf(dashboard.time);
  return {
    uid: textOf(dashboard.uid),
    title: textOf(dashboard.title, 'Dashboard'),
    description: textOf(dashboard.description),
    time: { from: textOf(time.from, 'now-6h'), to: textOf(time.to, 'now') },
    variables: recordsIn(recordOf(dashboard.templating).list).map(readVariable),
    panels: panelsIn(dashboard),
  };
}

function panelsIn(holder: Fields): SavedPanel[] {
  return recordsIn(holder.panels).flatMap((json) => (json.type === 'row' ? panelsIn(json) : [readPanel(json)]));
}

function readPanel(json: Fields): SavedPanel {
  const place = recordOf(json.gridPos);
  return {
    id: numberOr(json.id, 0),
    type: textOf(json.type),
    title: textOf(json.title),
    description: textOf(json.description),
    gridPos: { x: numberOr(place.x, 0), y: numberOr(place.y, 0), w: numberOr(place.w, 12), h: numberOr(place.h, 8) },
    targets: recordsIn(json.targets)
      .map((target, i) => ({ ...target, refId: textOf(target.refId) || String.fromCharCode(65 + i) }))
      .filter((target) => !('hide' in target) || target.hide !== true),
    transformations: recordsIn(json.transformations).filter(({ disabled }) => disabled !== true),
    options: recordOf(json.options),
    fieldConfig: recordOf(json.fieldConfig),
  };
}

function readVariable(json: Fields): SavedVariable {
  const name = textOf(json.name);
  const type = textOf(json.type);
  const { value } = recordOf(json.current);
  const saved = (Array.isArray(value) ? textsIn(value) : [textOf(value)]).filter((one) => one !== '');
  const written = textOf(json.query);
  const isText = type === 'textbox' || type === 'constant';
  return {
    name,
    type,
    label: textOf(json.label) || name,
    multi: json.multi === true,
    includeAll: json.includeAll === true,
    allValue: textOf(json.allValue),
    query: isRecord(json.query) ? json.query : written,
    saved: saved.length === 0 && isText && written !== '' ? [written] : saved,
  };
}
