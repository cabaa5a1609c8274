import type { ResolvedSettings } from '../contract';
import { permits } from './access/permissions';
import type { Role } from './access/role';

export type { Role } from './access/role';

/** Who sends a request. */
export interface Caller {
  role: Role;
  /** The login in Grafana, the name of the token or the subject of the JWT stand-alone; for people and the audit log. */
  name: string;
}

/** The role in a request's plugin context, which knows no operators; anything unknown is treated as the least. */
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
  return { fullIds: seesFullIds(role, settings), trusted: permits(role, 'sql') };
}

/** Whether a caller sees customer ids whole, by the data source's setting. */
export function seesFullIds(role: Role, { maskCustomerIds }: Pick<ResolvedSettings, 'maskCustomerIds'>): boolean {
  if (maskCustomerIds === 'everybody') return false;
  return maskCustomerIds === 'nobody' || permits(role, 'see_ids');
}
