import type { LiveItem, ResolvedSettings } from '../../contract';
import { maskedEvent } from '../../queries/masked-event';
import { seesFullIds, type Caller } from '../callers';

/** An event as a caller may see it, by the settings as they are now. */
export function shownTo(
  { role }: Pick<Caller, 'role'>,
  settings: Pick<ResolvedSettings, 'maskCustomerIds'>,
): (item: LiveItem) => LiveItem {
  return seesFullIds(role, settings) ? (item) => item : maskedEvent;
}
