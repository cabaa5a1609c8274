import type { ParameterSpec } from '@contract';

/** Where a parameter stands in the form: what is asked, what it is narrowed to, or how the answer is laid out. */
export type Place = 'asked' | 'narrowed' | 'laidOut';

const NARROWED = ['search', 'status', 'where'];
const LAID_OUT = ['sort', 'descending', 'limit', 'offset', 'compare', 'asOf'];

/** A parameter stands beside the one that it needs. */
export function placeOf({ name, needs }: Pick<ParameterSpec, 'name' | 'needs'>): Place {
  const decisive = needs ?? name;
  if (NARROWED.includes(decisive)) return 'narrowed';
  return LAID_OUT.includes(decisive) ? 'laidOut' : 'asked';
}
