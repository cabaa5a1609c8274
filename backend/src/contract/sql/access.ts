import type { SqlMode } from './kinds';

/**
 * Why a caller may not run statements of their own, in words for them; undefined when they may.
 *
 * @param trusted true for editors and admins, and for alert rules, which editors wrote
 */
export function sqlRefusal(mode: SqlMode, trusted: boolean): string | undefined {
  if (mode === 'off') {
    return 'SQL mode is off for this data source. An admin can switch it on in the data source settings; the query builder works without it.';
  }
  if (mode === 'editors' && !trusted) {
    return 'SQL on this data source is for editors and admins. Ask one of them, or use the query builder.';
  }
  return undefined;
}
