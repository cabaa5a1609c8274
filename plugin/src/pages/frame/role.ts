import { config } from '@grafana/runtime';

/** The reader's role in the organisation, as Grafana names it; it decides which buttons stand on a page. */
export function roleOfReader(): string {
  return config.bootData.user.orgRole || 'None';
}

/** Whether the backend will do what is for administrators: it decides by the same role, whatever stands on a page. */
export function isAdministrator(): boolean {
  return roleOfReader() === 'Admin';
}
