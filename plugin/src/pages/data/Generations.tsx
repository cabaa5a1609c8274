import type { LoadsBody } from '@contract';
import { t } from '../../language/t';
import { Badge } from '@grafana/ui';
import React from 'react';
import { formatDay, formatMoment } from '../../format/dates';
import { formatCount, formatMoney, formatMoneyExact } from '../../format/numbers';
import { DataTable, type TableColumn } from '../frame/DataTable';

type Load = LoadsBody['loads'][number];

/** The generations that are kept, newest first: which one answers, and which one could again. */
export function Generations({ loads }: { loads: readonly Load[] }) {
  return (
    <DataTable
      label={t('pages.data.generations.label', 'Generations')}
      columns={columns()}
      rows={loads}
      keyOf={({ generation }) => generation}
    />
  );
}

function columns(): Array<TableColumn<Load>> {
  return [
    {
      key: 'built',
      head: t('pages.data.generations.built', 'Built'),
      isName: true,
      cell: (load) => formatMoment(load.built_at),
      title: (load) => load.generation,
    },
    {
      key: 'serves',
      head: t('pages.data.generations.state', 'State'),
      cell: ({ serves }) =>
        serves ? (
          <Badge color="green" text={t('pages.data.generations.serves', 'Serves')} />
        ) : (
          t('pages.data.generations.kept', 'Kept')
        ),
    },
    {
      key: 'days',
      head: t('pages.data.generations.days', 'Purchases'),
      cell: (load) =>
        t('pages.data.generations.range', '{{from}} to {{to}}', {
          from: formatDay(load.first_day),
          to: formatDay(load.last_day),
        }),
    },
    {
      key: 'customers',
      head: t('pages.data.generations.customers', 'Customers'),
      isNumber: true,
      cell: (load) => formatCount(load.customers),
    },
    {
      key: 'payments',
      head: t('pages.data.generations.payments', 'Payments'),
      isNumber: true,
      cell: (load) => formatMoney(load.payments),
      title: (load) => formatMoneyExact(load.payments),
    },
    {
      key: 'rejected',
      head: t('pages.data.generations.rejected', 'Rows rejected'),
      isNumber: true,
      cell: (load) => formatCount(load.rows_rejected),
    },
    {
      key: 'source',
      head: t('pages.data.generations.source', 'Source'),
      cell: ({ sample, source }) => (sample ? t('pages.data.generations.sample', 'Generated sample') : source),
      title: ({ source }) => source,
    },
  ];
}
