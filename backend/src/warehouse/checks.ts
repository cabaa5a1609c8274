import dimCustomers from './sql/marts/dim_customers.tests.sql';
import dimDays from './sql/marts/dim_days.tests.sql';
import dimProducts from './sql/marts/dim_products.tests.sql';
import dimSellers from './sql/marts/dim_sellers.tests.sql';
import dimZipAreas from './sql/marts/dim_zip_areas.tests.sql';
import fctCustomerEvents from './sql/marts/fct_customer_events.tests.sql';
import fctOrderItems from './sql/marts/fct_order_items.tests.sql';
import fctOrderPayments from './sql/marts/fct_order_payments.tests.sql';
import fctOrderReviews from './sql/marts/fct_order_reviews.tests.sql';
import fctOrders from './sql/marts/fct_orders.tests.sql';
import { tablesOf } from './models';
import fctSales from './sql/marts/fct_sales.tests.sql';

/** A test of the finished tables. */
export interface Check {
  /** What must hold, in plain words. */
  name: string;
  /** SELECT of the rows that break it: none when all is well. */
  sql: string;
  /** The tables that it looks at. */
  needs: readonly string[];
}

/** Reads the tests of a `.tests.sql` file: `-- test: what must hold`, then a SELECT that ends with a semicolon. */
export function parseChecks(text: string): Check[] {
  return text
    .split(/^-- test: /m)
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.split('\n');
      const sql = lines.join('\n').replace(/--.*$/gm, '').trim().replace(/;$/, '');
      return { name, sql, needs: tablesOf(sql) };
    });
}

export const CHECKS: readonly Check[] = [
  dimCustomers,
  dimDays,
  dimProducts,
  dimSellers,
  dimZipAreas,
  fctCustomerEvents,
  fctOrderItems,
  fctOrderPayments,
  fctOrderReviews,
  fctOrders,
  fctSales,
].flatMap(parseChecks);
