/** Ids and names by which the app's parts find each other. They must agree with the plugin.json files and dashboards. */
export const APP_ID = 'churnwatch-retention-app';
export const DATASOURCE_ID = 'churnwatch-warehouse-datasource';
export const EXECUTIVE_DASHBOARD_UID = 'churnwatch-executive-overview';
export const CHURN_RISK_DASHBOARD_UID = 'churnwatch-churn-risk';
export const SALES_OUTLOOK_DASHBOARD_UID = 'churnwatch-sales-outlook';
export const MODEL_CARD_DASHBOARD_UID = 'churnwatch-model-card';
export const SEGMENTS_DASHBOARD_UID = 'churnwatch-segments';
export const GEOGRAPHY_DASHBOARD_UID = 'churnwatch-geography';
export const OPERATIONS_DASHBOARD_UID = 'churnwatch-operations';
/** The dashboards' variable that names the data source. */
export const DATASOURCE_VARIABLE = 'datasource';
/** The dashboards' variable that names the chosen segments. */
export const SEGMENT_VARIABLE = 'segment';
