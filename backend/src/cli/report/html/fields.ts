import { numberOr, recordOf, recordsIn, textOf, type Fields } from '../../../contract';
import type { PlainField } from '../cells';
import type { ReportPanel } from '../content';
import { plainFields } from '../cells';

/** The fields of each frame of a panel, named, in units and left out as the dashboard has them. */
export function shownFields({ panel, frames }: ReportPanel): PlainField[][] {
  const defaults = recordOf(panel.fieldConfig.defaults);
  const rules = recordsIn(panel.fieldConfig.overrides);
  return frames
    .map((frame) =>
      organized(plainFields(frame), panel.transformations).map((field) => configured(field, defaults, rules)),
    )
    .map((fields) => fields.filter((field) => field !== undefined))
    .filter((fields) => fields.length > 0 && (fields[0]?.values.length ?? 0) > 0);
}

/** What Grafana's transformation `organize` leaves out, renames and sorts. */
function organized(fields: PlainField[], transformations: readonly Fields[]): PlainField[] {
  const rule = transformations.find(({ id }) => id === 'organize');
  if (!rule) return fields;
  const { excludeByName, renameByName, indexByName } = recordOf(rule.options);
  const [left, names, places] = [recordOf(excludeByName), recordOf(renameByName), recordOf(indexByName)];
  return fields
    .filter(({ key, name }) => left[key] !== true && left[name] !== true)
    .map((field, i) => ({ field, place: numberOr(places[field.key] ?? places[field.name], i) }))
    .sort((a, b) => a.place - b.place)
    .map(({ field }) => ({ ...field, name: textOf(names[field.key] ?? names[field.name]) || field.name }));
}

function configured(field: PlainField, defaults: Fields, rules: readonly Fields[]): PlainField | undefined {
  const properties = rules
    .filter((rule) => fits(recordOf(rule.matcher), field))
    .flatMap((rule) => recordsIn(rule.properties));
  const set = (id: string): unknown => properties.findLast((one) => one.id === id)?.value;
  if (set('custom.hidden') === true || isHidden(set('custom.hideFrom'))) return undefined;
  return {
    ...field,
    name: textOf(set('displayName')) || field.name,
    remark: set('displayName') === undefined ? field.remark : undefined,
    unit: textOf(set('unit')) || field.unit || textOf(defaults.unit),
    decimals: numberOr(set('decimals'), NaN) || field.decimals,
    color: textOf(recordOf(set('color')).fixedColor) || field.color,
  };
}

const isHidden = (value: unknown): boolean => recordOf(value).viz === true;

function fits({ id, options }: Fields, { key, name }: PlainField): boolean {
  return id === 'byName' && (options === key || options === name);
}
