import type { InterpolateFunction } from '@grafana/data';

/** Some variables of the page around a panel, and the way to set them. */
export interface PageVariables {
  /** By name; empty where a variable is not set, stands for everything or is not there. */
  values: Readonly<Record<string, string>>;
  /** Sets variables in one step; empty texts take a choice back. */
  set: (change: Readonly<Record<string, string>>) => void;
}

/** A hook that binds a panel to the variables of the page it stands on. */
export type UsePageVariables = (names: readonly string[], interpolate: InterpolateFunction) => PageVariables;

/** Everything, and an empty list as it is written. */
const NOTHING = ['$__all', 'All', '{}'];

/** The one value that a variable's texts stand for; a template that nobody replaced stands for none. */
export function valueOf(texts: readonly string[]): string {
  const [first = ''] = texts;
  return texts.length > 1 || NOTHING.includes(first) || first.includes('${') ? '' : first;
}
