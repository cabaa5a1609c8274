import { config } from '@grafana/runtime';

/** The reader's role in the organisation, as Grafana names it; it decides which buttons stand on a page. */
export function roleOfReader(): string {
  return config.bootData.user.orgRole || 'None';
}

/** Whether the backend will do what is for administrators: it decides by the same role, whatever stands on a page. */
export function isAdministrator(): boolean {
  return roleOfReader() === 'Admin';
}

/** Whether the backend lets the reader change early warnings. */
export function mayWorkOnWarnings(): boolean {
  return isAdministrator() || roleOfReader() === 'Editor';
}

/** The name by which the backend knows the reader. */
export function loginOfReader(): string {
  return config.bootData.user.login;
}
