import type { CustomersQuery } from '../../contract';
import { asksForMoves } from '../base/moved-customers';
import { activityCondition, cohortCondition } from '../base/past';
import { customerOrder } from '../customers';
import { customerCondition } from '../filters';
import { pageBounds, pageConditions } from '../page';
import { asOfSql, laidOut, onlyCtes, type SqlContext, whereBlock } from './pieces';
import customersSql from './sql/customers.sql';

/** One row per customer; undefined for those who moved, whose segments then no macro gives. */
export function customersStatement(query: CustomersQuery, context: SqlContext): string | undefined {
  if (asksForMoves(query)) return undefined;
  const conditions = [
    customerCondition(query, context.asOf),
    ...(query.firstPurchase === undefined ? [] : ['$__timeFilter(first_order)']),
    cohortCondition(query),
    activityCondition(query, context),
    ...pageConditions(query, context.fullIds),
  ];
  const { limit, offset } = pageBounds(query);
  return laidOut(customersSql, {
    ctes: onlyCtes(query, context, true),
    where: whereBlock(conditions, asOfSql(query, context)),
    order: customerOrder(query),
    limit: offset > 0 ? `${limit} OFFSET ${offset}` : String(limit),
  });
}
