import { t } from '../../language/t';
import { ALL } from '../model/readVariable';
import type { Dashboard, Variable, VariableOption } from '../model/dashboard';

/** Selected values by the variable's name; "All" is the single value `$__all`. */
export type Selection = Readonly<Record<string, readonly string[]>>;

/** Options by the variable's name, once they are known. */
export type Options = Readonly<Record<string, readonly VariableOption[]>>;

/**
 * What is selected: the address's values; else those the dashboard was saved with; else All; else the first option.
 */
export function selectionOf(
  { variables }: Pick<Dashboard, 'variables'>,
  address: Readonly<Record<string, readonly string[]>>,
  options: Options,
): Selection {
  return Object.fromEntries(
    variables.map((variable) => [variable.name, valuesOf(variable, address[variable.name], options[variable.name])]),
  );
}

function valuesOf(
  variable: Variable,
  asked: readonly string[] | undefined,
  options: readonly VariableOption[] | undefined,
): readonly string[] {
  const given = changeable(variable)
    ? asked?.map((one) => (one === 'All' && variable.includeAll ? ALL : one))
    : undefined;
  const wanted = given?.filter((one) => one !== '' || variable.type === 'textbox');
  if (wanted && wanted.length > 0) return settle(variable, wanted);
  if (variable.saved.length > 0) return settle(variable, variable.saved);
  if (variable.includeAll) return [ALL];
  const first = (options ?? variable.options)[0];
  return first ? [first.value] : [];
}

/** All excludes single values, and a variable of one value takes the first. */
function settle(variable: Variable, values: readonly string[]): readonly string[] {
  if (variable.includeAll && values.includes(ALL)) return [ALL];
  return variable.multi ? values : values.slice(0, 1);
}

/** False for what a reader may not set, whatever an address says. */
function changeable({ type }: Variable): boolean {
  return type !== 'constant' && type !== 'datasource';
}

/** The texts of the selected values, as a reader knows them. */
export function selectedTexts(variable: Variable, selection: Selection, options: Options): string[] {
  const known = options[variable.name] ?? variable.options;
  return (selection[variable.name] ?? []).map((value) =>
    value === ALL ? t('embed.all', 'All') : (known.find((option) => option.value === value)?.text ?? value),
  );
}

export function isAll(selection: Selection, name: string): boolean {
  return selection[name]?.[0] === ALL;
}
