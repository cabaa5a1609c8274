import { RISK_BANDS } from '@contract';
import { t } from '../../language/t';
import React, { type ReactNode } from 'react';
import { formatDayOf } from '../../format/dates';
import { formatCount, formatMoney, formatMoneyExact } from '../../format/numbers';
import { formatOdds } from '../../format/scores';
import { segmentText } from '../../language/names';
import type { RowReader } from '../../panels/churn-score/data/columns';
import { CustomerName } from '../../panels/churn-score/frame/CustomerName';
import { BandChip } from '../../panels/churn-score/score/BandChip';

export interface CustomerColumn {
  /** The field that it shows, by which the backend can sort where it is in `sorts`. */
  field: string;
  label: string;
  /** What the column means. */
  help?: string;
  isNumber?: boolean;
  show: (row: RowReader) => ReactNode;
  title?: (row: RowReader) => string | undefined;
}

const text = (field: string) => (row: RowReader) => row.text(field);
const money = (field: string): Pick<CustomerColumn, 'isNumber' | 'show' | 'title'> => ({
  isNumber: true,
  show: (row) => formatMoney(row.number(field)),
  title: (row) => formatMoneyExact(row.number(field)),
});

/** The columns of the list: those about risk only while a model serves. */
export function customerColumns(scored: boolean, customerLink: (id: string) => string): CustomerColumn[] {
  return [
    {
      field: 'customer',
      label: t('pages.customers.columns.customer', 'Customer'),
      show: (row) => (
        <CustomerName id={row.text('customer_id')} links={[]} href={customerLink(row.text('customer_id'))} />
      ),
      title: text('customer_id'),
    },
    ...(scored ? riskColumns() : []),
    {
      field: 'segment',
      label: t('pages.customers.columns.segment', 'Segment'),
      show: (row) => segmentText(row.text('segment')),
    },
    {
      field: 'status',
      label: t('pages.customers.columns.status', 'Status'),
      show: (row) => statusLabel(row.text('status')),
    },
    {
      field: 'recency_days',
      label: t('pages.customers.columns.recency', 'Days since order'),
      isNumber: true,
      show: (row) => formatCount(row.number('recency_days')),
      title: (row) => formatDayOf(row.number('last_order')),
    },
    {
      field: 'frequency',
      label: t('pages.customers.columns.frequency', 'Orders'),
      help: t('pages.customers.columns.frequency-help', 'Days with a purchase'),
      isNumber: true,
      show: (row) => formatCount(row.number('frequency')),
    },
    { field: 'monetary', label: t('pages.customers.columns.monetary', 'Spent'), ...money('monetary') },
    { field: 'state', label: t('pages.customers.columns.state', 'State'), show: text('state') },
    ...(scored ? detailColumns() : []),
  ];
}

function riskColumns(): CustomerColumn[] {
  return [
    {
      field: 'churn_probability',
      label: t('pages.customers.columns.risk', 'Risk'),
      help: t('pages.customers.columns.risk-help', 'Risk band; sorted by churn probability'),
      show: (row) => {
        const band = RISK_BANDS.find((one) => one === row.text('band'));
        return band && <BandChip band={band} small />;
      },
      title: (row) =>
        t('pages.customers.columns.odds', 'Odds of buying again: {{odds}} times the average', {
          odds: formatOdds(row.number('relative_odds')),
        }),
    },
    {
      field: 'revenue_at_risk',
      label: t('pages.customers.columns.at-risk', 'Revenue at risk'),
      ...money('revenue_at_risk'),
    },
    {
      field: 'action',
      label: t('pages.customers.columns.action', 'Recommended action'),
      show: text('action'),
      title: text('action'),
    },
  ];
}

function detailColumns(): CustomerColumn[] {
  return [
    {
      field: 'expected_revenue',
      label: t('pages.customers.columns.expected', 'Expected'),
      help: t('pages.customers.columns.expected-help', 'What the customer is expected to spend within the horizon'),
      ...money('expected_revenue'),
    },
    {
      field: 'reason',
      label: t('pages.customers.columns.reason', 'Main reason'),
      show: text('reason'),
      title: text('reason'),
    },
  ];
}

/** The name of a status in words. */
export function statusLabel(status: string): string {
  return status === 'churned'
    ? t('pages.customers.status.churned', 'Churned')
    : t('pages.customers.status.active', 'Active');
}
