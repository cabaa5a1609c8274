import type { ResolvedSettings } from '../contract';

/** Roles as Grafana names them; `None` for a caller without a user, such as an alert rule. */
export type Role = 'Admin' | 'Editor' | 'Viewer' | 'None';

/** The role in a request's plugin context; anything unknown is treated as the least. */
export function roleOf(role: string | undefined): Role {
  return role === 'Admin' || role === 'Editor' || role === 'Viewer' ? role : 'None';
}

export interface Rights {
  /** Sees customer ids whole. */
  fullIds: boolean;
  /** May run SQL where only editors may. */
  trusted: boolean;
}

/** What a caller may see and do, by their role and the data source's settings. */
export function rightsOf(role: Role, settings: Pick<ResolvedSettings, 'maskCustomerIds'>): Rights {
  return { fullIds: seesFullIds(role, settings), trusted: role === 'Admin' || role === 'Editor' };
}

/** Whether a caller sees customer ids whole, by the data source's setting. */
export function seesFullIds(role: Role, { maskCustomerIds }: Pick<ResolvedSettings, 'maskCustomerIds'>): boolean {
  if (maskCustomerIds === 'everybody') return false;
  return maskCustomerIds === 'nobody' || role === 'Admin' || role === 'Editor';
}
