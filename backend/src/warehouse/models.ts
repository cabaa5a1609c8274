import type { TableDescription } from './engine';
import dimCustomers from './sql/marts/dim_customers.sql';
import dimDays from './sql/marts/dim_days.sql';
import dimProducts from './sql/marts/dim_products.sql';
import dimSellers from './sql/marts/dim_sellers.sql';
import dimZipAreas from './sql/marts/dim_zip_areas.sql';
import fctCustomerEvents from './sql/marts/fct_customer_events.sql';
import fctOrderItems from './sql/marts/fct_order_items.sql';
import fctOrderPayments from './sql/marts/fct_order_payments.sql';
import fctOrderReviews from './sql/marts/fct_order_reviews.sql';
import fctOrders from './sql/marts/fct_orders.sql';
import fctSales from './sql/marts/fct_sales.sql';
import loadChecks from './sql/marts/load_checks.sql';
import loadFiles from './sql/marts/load_files.sql';
import loadRejects from './sql/marts/load_rejects.sql';
import warehouseInfo from './sql/marts/warehouse_info.sql';
import stgCalendar from './sql/staging/stg_calendar.sql';
import stgCustomers from './sql/staging/stg_customers.sql';
import stgDays from './sql/staging/stg_days.sql';
import stgItemTotals from './sql/staging/stg_item_totals.sql';
import stgItemVariety from './sql/staging/stg_item_variety.sql';
import stgOrderItems from './sql/staging/stg_order_items.sql';
import stgOrderMoney from './sql/staging/stg_order_money.sql';
import stgOrderPayments from './sql/staging/stg_order_payments.sql';
import stgOrderPersons from './sql/staging/stg_order_persons.sql';
import stgOrderReviews from './sql/staging/stg_order_reviews.sql';
import stgOrderSequel from './sql/staging/stg_order_sequel.sql';
import stgOrders from './sql/staging/stg_orders.sql';
import stgOrdersNumbered from './sql/staging/stg_orders_numbered.sql';
import stgPaymentsByType from './sql/staging/stg_payments_by_type.sql';
import stgPersons from './sql/staging/stg_persons.sql';
import stgProducts from './sql/staging/stg_products.sql';
import stgPurchaseSequence from './sql/staging/stg_purchase_sequence.sql';
import stgReviewScores from './sql/staging/stg_review_scores.sql';
import stgSellers from './sql/staging/stg_sellers.sql';
import stgTranslation from './sql/staging/stg_translation.sql';
import stgZipCells from './sql/staging/stg_zip_cells.sql';

export interface Model {
  name: string;
  /** Staging tables live while the build runs; marts are what a generation holds. */
  stage: 'staging' | 'mart';
  /** The sentence that says what one row stands for. */
  grain: string;
  /** Column name to description, as the SQL file's first lines give them. */
  descriptions: ReadonlyMap<string, string>;
  /** One SELECT. */
  sql: string;
  /** Names of the raw, staging and mart tables that it reads. */
  needs: readonly string[];
}

/** Reads a model from its SQL file: `-- grain: …`, then `-- column: description` lines, then the SELECT. */
export function parseModel(name: string, stage: Model['stage'], text: string): Model {
  let grain = '';
  const descriptions = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^-- ([a-z_0-9]+): (.+)$/.exec(line);
    if (match === null) break;
    if (match[1] === 'grain') grain = match[2]!;
    else descriptions.set(match[1]!, match[2]!);
  }
  const sql = text.replace(/--.*$/gm, '').trim();
  return { name, stage, grain, descriptions, sql, needs: tablesOf(sql).filter((table) => table !== name) };
}

/** Names of the raw, staging and mart tables that occur in a statement without comments. */
export function tablesOf(sql: string): string[] {
  return [...new Set(sql.match(/\b(?:raw|stg|dim|fct)_[a-z_]+\b/g) ?? [])];
}

/** The models; of those that could be made next, the build takes the first in this order. */
export const MODELS: readonly Model[] = [
  parseModel('stg_customers', 'staging', stgCustomers),
  parseModel('stg_orders', 'staging', stgOrders),
  parseModel('stg_orders_numbered', 'staging', stgOrdersNumbered),
  parseModel('stg_translation', 'staging', stgTranslation),
  parseModel('stg_products', 'staging', stgProducts),
  parseModel('stg_sellers', 'staging', stgSellers),
  parseModel('stg_order_items', 'staging', stgOrderItems),
  parseModel('stg_order_payments', 'staging', stgOrderPayments),
  parseModel('stg_order_reviews', 'staging', stgOrderReviews),
  parseModel('dim_products', 'mart', dimProducts),
  parseModel('dim_sellers', 'mart', dimSellers),
  parseModel('fct_order_items', 'mart', fctOrderItems),
  parseModel('stg_item_variety', 'staging', stgItemVariety),
  parseModel('stg_item_totals', 'staging', stgItemTotals),
  parseModel('fct_order_payments', 'mart', fctOrderPayments),
  parseModel('stg_payments_by_type', 'staging', stgPaymentsByType),
  parseModel('fct_order_reviews', 'mart', fctOrderReviews),
  parseModel('stg_review_scores', 'staging', stgReviewScores),
  parseModel('stg_persons', 'staging', stgPersons),
  parseModel('dim_customers', 'mart', dimCustomers),
  parseModel('fct_customer_events', 'mart', fctCustomerEvents),
  parseModel('stg_order_persons', 'staging', stgOrderPersons),
  parseModel('stg_purchase_sequence', 'staging', stgPurchaseSequence),
  parseModel('stg_order_sequel', 'staging', stgOrderSequel),
  parseModel('stg_order_money', 'staging', stgOrderMoney),
  parseModel('fct_orders', 'mart', fctOrders),
  parseModel('fct_sales', 'mart', fctSales),
  parseModel('stg_days', 'staging', stgDays),
  parseModel('stg_calendar', 'staging', stgCalendar),
  parseModel('dim_days', 'mart', dimDays),
  parseModel('stg_zip_cells', 'staging', stgZipCells),
  parseModel('dim_zip_areas', 'mart', dimZipAreas),
];

/** Tables about the build itself; made last, from what the build noted. */
export const META_MODELS: readonly Model[] = [
  parseModel('load_files', 'mart', loadFiles),
  parseModel('load_rejects', 'mart', loadRejects),
  parseModel('load_checks', 'mart', loadChecks),
  parseModel('warehouse_info', 'mart', warehouseInfo),
];

/** Grain and column descriptions of a mart; empty ones for a table that is none. */
export function describeTable(name: string, columns: readonly { name: string; type: string }[]): TableDescription {
  const model = [...MODELS, ...META_MODELS].find((candidate) => candidate.name === name);
  return {
    name,
    grain: model?.grain ?? '',
    columns: columns.map((column) => ({ ...column, description: model?.descriptions.get(column.name) ?? '' })),
  };
}
