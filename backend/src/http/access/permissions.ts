import type { Role } from './role';

/** What a route may ask for; what each is good for stands in docs/access.md. */
export type Permission = 'read' | 'see_ids' | 'sql' | 'work_warnings' | 'send_events' | 'manage' | 'administer';

const ANALYSTS: readonly Role[] = ['Editor', 'Operator', 'Admin'];
const OPERATORS: readonly Role[] = ['Operator', 'Admin'];

/** Which roles may do what: the one table of it. */
export const PERMITTED: Readonly<Record<Permission, readonly Role[]>> = {
  // Alert rules and public dashboards come without a role.
  read: ['None', 'Viewer', ...ANALYSTS],
  // Whole, unless the settings say otherwise for all.
  see_ids: ANALYSTS,
  sql: ANALYSTS,
  work_warnings: ANALYSTS,
  send_events: OPERATORS,
  manage: OPERATORS,
  administer: ['Admin'],
};

/** Whether a role may do this. */
export function permits(role: Role, permission: Permission): boolean {
  return PERMITTED[permission].includes(role);
}

const DEEDS: Readonly<Record<Permission, string>> = {
  read: 'read this',
  see_ids: 'see whole customer ids',
  sql: 'run SQL',
  work_warnings: 'change early warnings',
  send_events: 'send events or look into those that were refused',
  manage: 'have the warehouse built or a model trained, or look after webhooks',
  administer: 'make backups or read the audit log',
};

const NAMES: Readonly<Record<Role, string>> = {
  None: 'anybody',
  Viewer: 'viewers',
  Editor: 'analysts (in Grafana: editors)',
  Operator: 'operators',
  Admin: 'administrators',
};

/** What a permission is for, as in "A page of another site cannot ...". */
export const deedOf = (permission: Permission): string => DEEDS[permission];

/** Says who may, to somebody who may not. */
export function refusalOf(permission: Permission): string {
  const names = PERMITTED[permission].map((role) => NAMES[role]);
  const [last = '', ...others] = names.toReversed();
  const who = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  return `Only ${who} can ${DEEDS[permission]}.`;
}
