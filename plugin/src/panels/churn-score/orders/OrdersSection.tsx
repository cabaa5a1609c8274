import React from 'react';
import { formatDayOf } from '../../../format/dates';
import { formatCount, formatMoneyExact } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Order } from '../data/model';
import { FactTable } from '../frame/FactTable';
import { Section } from '../frame/Section';
import { OrderTimeline } from './OrderTimeline';
import { delayText, reviewText } from './timeline';

interface Props {
  orders: readonly Order[];
  /** The last day that the answer knows of, `YYYY-MM-DD`. */
  asOf?: string;
  width: number;
}

const heads = (): string[] => [
  t('churn.orders.ordered', 'Ordered'),
  t('churn.value', 'Value'),
  t('churn.orders.status', 'Status'),
  t('churn.orders.items', 'Items'),
  t('churn.orders.categories', 'Categories'),
  t('churn.orders.delivered', 'Delivered'),
  t('churn.orders.delay', 'Delay'),
  t('churn.orders.review', 'Review'),
];

/** The orders, on a timeline or as a table. */
export function OrdersSection({ orders, asOf, width }: Props) {
  const rows = orders.map((order) => [
    formatDayOf(order.time),
    formatMoneyExact(order.value),
    order.statusText,
    formatCount(order.items),
    order.categories,
    formatDayOf(order.delivered),
    order.delivered === null ? '–' : delayText(order.daysLate),
    reviewText(order.reviewScore),
  ]);
  const until = Math.max(Date.parse(asOf ?? '') || 0, ...orders.map(({ time }) => time));
  return (
    <Section
      title={t('churn.orders.title', 'Orders ({{number}})', { number: formatCount(orders.length) })}
      width={width}
      table={<FactTable label={t('churn.orders.label', 'Orders')} heads={heads()} rows={rows} />}
    >
      {(inner) => <OrderTimeline orders={orders} until={until} width={inner} />}
    </Section>
  );
}
