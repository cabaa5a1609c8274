import { formatValues, interpolateText, type VariableSource } from '../interpolate';
import { ALL_VALUES, type SavedVariable } from './saved';

/** Values of variables by name; "All" is the single value `$__all`. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/**
 * What the variables of a dashboard stand for: the values chosen; else those that it was saved with; else All; else
 * nothing, for a variable that must be asked for its first value.
 */
export function choose(variables: readonly SavedVariable[], chosen: Choices): Choices {
  return Object.fromEntries(variables.map((variable) => [variable.name, valuesOf(variable, chosen[variable.name])]));
}

function valuesOf(variable: SavedVariable, chosen: readonly string[] | undefined): readonly string[] {
  const wanted = isChangeable(variable)
    ? chosen?.filter((one) => one !== '' || variable.type === 'textbox')
    : undefined;
  if (wanted !== undefined && wanted.length > 0) return settle(variable, wanted);
  if (variable.saved.length > 0) return settle(variable, variable.saved);
  return variable.includeAll ? [ALL_VALUES] : [];
}

/** True for a variable that a reader may set. */
export function isChangeable({ type }: SavedVariable): boolean {
  return type === 'query' || type === 'custom' || type === 'textbox';
}

function settle({ includeAll, multi }: SavedVariable, values: readonly string[]): readonly string[] {
  const named = values.map((one) => (includeAll && one === 'All' ? ALL_VALUES : one));
  if (includeAll && named.includes(ALL_VALUES)) return [ALL_VALUES];
  return multi ? named : named.slice(0, 1);
}

/** What the interpolation of a dashboard's queries needs to know. */
export function choicesSource(variables: readonly SavedVariable[], choices: Choices): VariableSource {
  const isAll = (name: string): boolean => choices[name]?.[0] === ALL_VALUES;
  const textsOf = (name: string): readonly string[] | undefined => {
    const variable = variables.find((one) => one.name === name);
    if (!variable) return undefined;
    return isAll(name) && variable.allValue !== '' ? [variable.allValue] : choices[name];
  };
  return {
    isAll,
    replace: (text, format) =>
      interpolateText(text, (name, _path, written) => {
        const values = textsOf(name);
        if (!values) return undefined;
        return written === undefined
          ? format(
              [...values],
              variables.find((one) => one.name === name),
            )
          : formatValues(values, name, written);
      }),
  };
}

/** A text of a dashboard, such as a panel's title, with its variables written out; All is written as such. */
export function titleWith(text: string, variables: readonly SavedVariable[], choices: Choices): string {
  return interpolateText(text, (name) => {
    if (!variables.some((one) => one.name === name)) return undefined;
    const values = choices[name] ?? [];
    return values[0] === ALL_VALUES ? 'All' : values.join(' + ');
  });
}
