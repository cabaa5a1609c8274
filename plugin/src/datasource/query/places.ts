import type { ParameterSpec } from '@contract';

/**
 * Where a parameter stands in the form: what is asked, what it is narrowed to (before the filters, or after them as rows
 * of conditions), or how the answer is laid out.
 */
export type Place = 'asked' | 'narrowed' | 'conditions' | 'laidOut';

const NARROWED = ['search', 'status'];
const LAID_OUT = ['sort', 'descending', 'limit', 'offset', 'compare', 'asOf'];

/** A parameter stands beside the one that it needs. */
export function placeOf({ name, needs, type }: Pick<ParameterSpec, 'name' | 'needs' | 'type'>): Place {
  if (type === 'conditions') return 'conditions';
  const decisive = needs ?? name;
  if (NARROWED.includes(decisive)) return 'narrowed';
  return LAID_OUT.includes(decisive) ? 'laidOut' : 'asked';
}
