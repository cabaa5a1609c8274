/**
 * Roles as Grafana names them; `None` for a caller without a user, such as an alert rule. Grafana has no operators, and
 * stand-alone an Editor is called an analyst.
 */
export type Role = 'Admin' | 'Operator' | 'Editor' | 'Viewer' | 'None';
