import { formatValues, interpolateText } from '@contract';
import { dateTimeFormat, type InterpolateFunction, type ScopedVars, type TimeRange } from '@grafana/data';
import type { VariableSource } from '../../datasource/query/variables';
import type { Variable } from '../model/dashboard';
import { ALL } from '../model/readVariable';
import { boundsForUrl } from '../time/dataRange';
import { fieldMacro } from './fieldMacros';
import { isAll, selectedTexts, type Options, type Selection } from './state';

/** What the variables of a dashboard stand for at the moment. */
export interface Scope {
  variables: readonly Variable[];
  selection: Selection;
  options: Options;
  range: TimeRange;
  timeZone: string;
  dashboard: { uid: string; title: string };
}

/** What the data source's own interpolation of queries needs to know. */
export function variableSource(scope: Scope): VariableSource {
  return {
    replace: (text, format) =>
      interpolateText(text, (name, path, written) => {
        const values = valuesOf(scope, name);
        if (values) return written === undefined ? format(values) : formatValues(values, name, written);
        return builtIn(scope, name, path, written);
      }),
    isAll: (name) => isAll(scope.selection, name),
  };
}

/** Grafana's function that replaces variables in a text: the dashboard's, the built-in and those of data links. */
export function replaceIn(scope: Scope): InterpolateFunction {
  return (text = '', scopedVars, defaultFormat) =>
    interpolateText(text, (name, path, format) => {
      const wanted = format ?? (typeof defaultFormat === 'string' ? defaultFormat : undefined);
      return (
        scoped(scopedVars, name, path, wanted) ?? builtIn(scope, name, path, format) ?? ofVariable(scope, name, wanted)
      );
    });
}

function scoped(
  vars: ScopedVars | undefined,
  name: string,
  path: string | undefined,
  format: string | undefined,
): string | undefined {
  const context = vars?.__dataContext?.value;
  const macro = context ? fieldMacro(name, path, context) : undefined;
  if (macro !== undefined) return formatValues([macro], name, format);
  const value: unknown = vars?.[name]?.value;
  return value === undefined
    ? undefined
    : formatValues(Array.isArray(value) ? value.map(String) : [String(value)], name, format);
}

function builtIn(scope: Scope, name: string, path: string | undefined, format: string | undefined): string | undefined {
  const { range, timeZone, dashboard } = scope;
  switch (name) {
    case '__from':
      return moment(range.from.valueOf(), format, timeZone);
    case '__to':
      return moment(range.to.valueOf(), format, timeZone);
    case '__url_time_range':
      return new URLSearchParams(boundsForUrl(range)).toString();
    case '__all_variables':
      return allVariables(scope);
    case '__dashboard':
      return path === 'uid' ? dashboard.uid : dashboard.title;
    case '__timezone':
      return timeZone;
    default:
      return undefined;
  }
}

/** `${__from}` is in ms; `${__from:date}` is ISO, `${__from:date:seconds}` in s, `${__from:date:YYYY-MM}` as written. */
function moment(ms: number, format: string | undefined, timeZone: string): string {
  if (!format?.startsWith('date')) return String(ms);
  const pattern = format.slice('date:'.length);
  if (pattern === '' || pattern === 'iso') return new Date(ms).toISOString();
  if (pattern === 'seconds') return String(Math.round(ms / 1000));
  return dateTimeFormat(ms, { format: pattern, timeZone });
}

/** The variables as an address writes them, for links between dashboards. */
export function allVariables({ variables, selection }: Pick<Scope, 'variables' | 'selection'>): string {
  return variables
    .filter((variable) => variable.type !== 'constant')
    .map(({ name }) => formatValues(selection[name] ?? [], name, 'queryparam'))
    .filter((one) => one !== '')
    .join('&');
}

function ofVariable(scope: Scope, name: string, format: string | undefined): string | undefined {
  if (format === 'text') {
    const variable = scope.variables.find((one) => one.name === name);
    return variable && selectedTexts(variable, scope.selection, scope.options).join(' + ');
  }
  const values = format === 'queryparam' ? scope.selection[name] : valuesOf(scope, name);
  return values && formatValues(values, name, format);
}

/** The selected values; All stands for what the dashboard names for it, else for every option. */
function valuesOf({ variables, selection, options }: Scope, name: string): readonly string[] | undefined {
  const variable = variables.find((one) => one.name === name);
  if (!variable) return undefined;
  if (!isAll(selection, name)) return selection[name] ?? [];
  if (variable.allValue !== undefined) return [variable.allValue];
  const every = (options[name] ?? variable.options).map((option) => option.value);
  return every.length > 0 ? every : [ALL];
}
