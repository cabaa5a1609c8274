import type { ScopedVars, TypedVariableModel } from '@grafana/data';

const ALL = '$__all';

/** True when a dashboard variable is set to "All"; a value of the panel's own scope, as in a repeated panel, goes first. */
export function isAllSelected(name: string, scopedVars: ScopedVars, variables: TypedVariableModel[]): boolean {
  const scoped = scopedVars[name];
  if (scoped) return holdsAll(scoped.value);
  const variable = variables.find((one) => one.name === name);
  return variable !== undefined && 'current' in variable && holdsAll(currentValue(variable.current));
}

function currentValue(current: object): unknown {
  return 'value' in current ? current.value : undefined;
}

function holdsAll(value: unknown): boolean {
  return Array.isArray(value) ? value.includes(ALL) : value === ALL;
}
