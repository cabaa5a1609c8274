import { wholeRange, type GenerationSummary } from '@contract';
import { locationUtil } from '@grafana/data';
import {
  CHURN_RISK_DASHBOARD_UID,
  DATASOURCE_VARIABLE,
  EXECUTIVE_DASHBOARD_UID,
  MODEL_CARD_DASHBOARD_UID,
  SALES_OUTLOOK_DASHBOARD_UID,
} from '../ids';

export interface DashboardEntry {
  uid: string;
  title: string;
  description: string;
}

/** The dashboards that come with the app, in the order in which they are best read. */
export const DASHBOARDS: readonly DashboardEntry[] = [
  {
    uid: EXECUTIVE_DASHBOARD_UID,
    title: 'Executive overview',
    description: 'How the shop is doing, who buys, and which customers are about to be lost.',
  },
  {
    uid: CHURN_RISK_DASHBOARD_UID,
    title: 'Churn risk',
    description: 'Which active customers are about to be lost, how much hangs on them, and whom to act on first.',
  },
  {
    uid: SALES_OUTLOOK_DASHBOARD_UID,
    title: 'Sales outlook',
    description: 'What sales to expect, how sure that is, where they come from, and how far off past forecasts were.',
  },
  {
    uid: MODEL_CARD_DASHBOARD_UID,
    title: 'Model card',
    description: 'How good the churn model is, and whether it still fits the data.',
  },
];

/** The address of a dashboard that shows all days of a data source's own data. */
export function dashboardUrl(uid: string, datasource: string, generation: GenerationSummary): string {
  const { from, to } = wholeRange(generation);
  const query = new URLSearchParams({
    from: String(from),
    to: String(to),
    [`var-${DATASOURCE_VARIABLE}`]: datasource,
  });
  return locationUtil.assureBaseUrl(`/d/${uid}?${query}`);
}
