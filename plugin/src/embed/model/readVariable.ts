import { VARIABLE_TYPES, type Variable, type VariableOption } from './dashboard';
import { isObject, list, object, objects, text, type Json } from './read';

/** Grafana's own name for "all values", in URLs and in saved dashboards. */
export const ALL = '$__all';

const HIDDEN = 2;

/** A variable of a dashboard's `templating.list`. A type that this viewer does not know is read as a constant. */
export function readVariable(json: Json): Variable {
  const type = VARIABLE_TYPES.find((known) => known === json.type) ?? 'constant';
  const name = text(json.name);
  const allValue = text(json.allValue);
  return {
    type,
    name,
    label: text(json.label) || name,
    description: text(json.description),
    shown: type !== 'constant' && type !== 'datasource' && json.hide !== HIDDEN,
    multi: json.multi === true,
    includeAll: json.includeAll === true,
    allValue: allValue === '' ? undefined : allValue,
    query: json.query,
    options: type === 'custom' ? customOptions(text(json.query)) : savedOptions(json),
    saved: savedValues(type, json),
  };
}

/** `a, b : 2, c` : values separated by commas, each with an optional text before a colon; `\,` is a comma in a value. */
export function customOptions(query: string): VariableOption[] {
  const parts = query.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ',').trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const pair = /^(.+?)\s:\s(.+)$/.exec(part);
      return pair ? { text: pair[1] ?? '', value: pair[2] ?? '' } : { text: part, value: part };
    });
}

function savedOptions(json: Json): VariableOption[] {
  return objects(json.options)
    .map((one) => ({ value: text(one.value), text: text(one.text) || text(one.value) }))
    .filter((one) => one.value !== '' && one.value !== ALL);
}

function savedValues(type: Variable['type'], json: Json): string[] {
  const { value } = object(json.current);
  const saved = (Array.isArray(value) ? list(value) : [value]).map((one) => (isObject(one) ? '' : text(one)));
  const values = saved.filter((one) => one !== '');
  const written = text(json.query);
  return values.length === 0 && (type === 'textbox' || type === 'constant') && written !== '' ? [written] : values;
}
