import {
  bandStyle,
  numberOr,
  recordOf,
  recordsIn,
  RISK_BANDS,
  textOf,
  type Fields,
  type Language,
} from '../../../contract';
import type { PlainField } from '../cells';
import type { ReportPanel } from '../content';
import { plainFields } from '../cells';

/** The fields of each frame of a panel, named, in units and left out as the dashboard has them. */
export function shownFields({ panel, frames }: ReportPanel, language: Language): PlainField[][] {
  const defaults = recordOf(panel.fieldConfig.defaults);
  const rules = recordsIn(panel.fieldConfig.overrides);
  return frames
    .map((frame) =>
      organized(plainFields(frame), panel.transformations).map((field) =>
        configured(withBands(field, language), defaults, rules),
      ),
    )
    .map((fields) => fields.filter((field) => field !== undefined))
    .filter((fields) => fields.length > 0 && (fields[0]?.values.length ?? 0) > 0);
}

/** Bands are shown as the panels do it: by their names, each with its sign. */
function withBands(field: PlainField, language: Language): PlainField {
  if (field.key !== 'band') return field;
  const texts = RISK_BANDS.map((band): [string, string] => {
    const { sign, label } = bandStyle(band, language);
    return [band, `${sign} ${label}`.replaceAll(' ', '\u00a0')];
  });
  return { ...field, texts: new Map([...field.texts, ...texts]) };
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
    decimals: numberIn(set('decimals')) ?? field.decimals ?? numberIn(defaults.decimals),
    color: fixedColor(set('color')) || field.color || fixedColor(defaults.color),
    texts: new Map([...field.texts, ...textsIn(set('mappings'))]),
  };
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const fixedColor = (value: unknown): string => textOf(recordOf(value).fixedColor);

/** What values are shown as, of Grafana's value mappings. */
function textsIn(mappings: unknown): [string, string][] {
  return recordsIn(mappings)
    .filter(({ type }) => type === 'value')
    .flatMap(({ options }) => Object.entries(recordOf(options)))
    .map(([value, shown]) => [value, textOf(recordOf(shown).text, value)]);
}

const isHidden = (value: unknown): boolean => recordOf(value).viz === true;

function fits({ id, options }: Fields, { key, name }: PlainField): boolean {
  return id === 'byName' && (options === key || options === name);
}
