import { wholeRange, type GenerationSummary } from '@contract';
import { locationUtil } from '@grafana/data';
import {
  CHURN_RISK_DASHBOARD_UID,
  DATASOURCE_VARIABLE,
  EXECUTIVE_DASHBOARD_UID,
  GEOGRAPHY_DASHBOARD_UID,
  MODEL_CARD_DASHBOARD_UID,
  OPERATIONS_DASHBOARD_UID,
  SALES_OUTLOOK_DASHBOARD_UID,
  SEGMENTS_DASHBOARD_UID,
} from '../ids';
import { t } from '../language/t';

export interface DashboardEntry {
  uid: string;
  title: string;
  description: string;
}

/** The dashboards that come with the app, in the order in which they are best read. */
export const dashboards = (): readonly DashboardEntry[] => [
  {
    uid: EXECUTIVE_DASHBOARD_UID,
    title: t('pages.dashboards.executive.title', 'Executive overview'),
    description: t(
      'pages.dashboards.executive.description',
      'How the shop is doing, who buys, and which customers are about to be lost.',
    ),
  },
  {
    uid: CHURN_RISK_DASHBOARD_UID,
    title: t('pages.dashboards.risk.title', 'Churn risk'),
    description: t(
      'pages.dashboards.risk.description',
      'Which active customers are about to be lost, how much hangs on them, and whom to act on first.',
    ),
  },
  {
    uid: SEGMENTS_DASHBOARD_UID,
    title: t('pages.dashboards.segments.title', 'Segments and cohorts'),
    description: t(
      'pages.dashboards.segments.description',
      'How the customer base is made up, who moves between segments, and whether newcomers come back.',
    ),
  },
  {
    uid: GEOGRAPHY_DASHBOARD_UID,
    title: t('pages.dashboards.geography.title', 'Geography'),
    description: t(
      'pages.dashboards.geography.description',
      'Where revenue and customers are, where they grow and shrink, and where churn risk is highest.',
    ),
  },
  {
    uid: SALES_OUTLOOK_DASHBOARD_UID,
    title: t('pages.dashboards.outlook.title', 'Sales outlook'),
    description: t(
      'pages.dashboards.outlook.description',
      'What sales to expect, how sure that is, where they come from, and how far off past forecasts were.',
    ),
  },
  {
    uid: MODEL_CARD_DASHBOARD_UID,
    title: t('pages.dashboards.model.title', 'Model card'),
    description: t(
      'pages.dashboards.model.description',
      'How good the churn model is, and whether it still fits the data.',
    ),
  },
  {
    uid: OPERATIONS_DASHBOARD_UID,
    title: t('pages.dashboards.operations.title', 'Operations'),
    description: t(
      'pages.dashboards.operations.description',
      'Whether data and model are fresh, what the load of the files refused, and how queries fare.',
    ),
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
