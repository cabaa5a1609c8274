import { KPI_KEYS, type KpisQuery } from '../../contract';
import { boughtConditions, hasFilters, judgedCondition, lineCondition, stateCondition } from '../filters';
import { customerBaseParts } from '../kpis/customer-base';
import { literal } from '../sql-literals';
import {
  asOfSql,
  CUSTOMERS_AS_OF,
  firstCtes,
  indented,
  laidOut,
  readable,
  type SqlContext,
  whereBlock,
} from './pieces';
import allPurchasesSql from './sql/kpis-all-purchases.sql';
import purchasesSql from './sql/kpis-purchases.sql';
import kpisSql from './sql/kpis.sql';

/** The key figures with their values in the period before; undefined for their trend. */
export function kpisStatement(query: KpisQuery, context: SqlContext): string | undefined {
  if (query.trend) return undefined;
  const keys = query.measures && query.measures.length > 0 ? query.measures : KPI_KEYS;
  const day = asOfSql(query, context);
  const { bought, avoided } = boughtConditions(query);
  const { since, until, buyers } = customerBaseParts(query);
  const base = ['is_purchase', stateCondition(query), judgedCondition(query, CUSTOMERS_AS_OF)];
  const lines = lineCondition(query, CUSTOMERS_AS_OF);
  return laidOut(kpisSql, {
    with: firstCtes(query, context),
    as_of: day,
    purchases: hasFilters(query)
      ? indented(laidOut(purchasesSql, { where: whereBlock([lines], day, 2) }).trim(), 2)
      : indented(allPurchasesSql.trim(), 2),
    churn_days: String(context.settings.churnDays),
    since,
    until,
    buyers: readable(buyers, { ...bought.parameters, ...avoided.parameters }, day),
    where: whereBlock(base, day, 4),
    names: keys.map(literal).join(', '),
    values: keys.map((key) => `this.${key}`).join(', '),
    previous: keys.map((key) => `before.${key}`).join(', '),
  });
}
