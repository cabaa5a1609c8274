import type { Role } from './role';

/** Roles as they are written where there is no Grafana: in the tokens' file and in claims of a JWT. */
export const ROLE_NAMES = ['viewer', 'analyst', 'operator', 'admin'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

const ROLES: Readonly<Record<RoleName, Role>> = {
  viewer: 'Viewer',
  analyst: 'Editor',
  operator: 'Operator',
  admin: 'Admin',
};

/** Whether this is the name of a role. */
export function isRoleName(value: unknown): value is RoleName {
  return ROLE_NAMES.some((name) => name === value);
}

/** The role of that name. */
export const roleNamed = (name: RoleName): Role => ROLES[name];

/** What a role is called outside of Grafana; undefined for `None`. */
export const nameOfRole = (role: Role): RoleName | undefined => ROLE_NAMES.find((name) => ROLES[name] === role);
