import { SCORE_SORTS, CUSTOMER_SORTS } from '@contract';
import type { DataFrame } from '@grafana/data';
import { t } from '../../language/t';
import React from 'react';
import { SortHead } from '../../components/table/SortHead';
import { rowReader, type RowReader } from '../../panels/churn-score/data/columns';
import { DataTable, type TableColumn } from '../frame/DataTable';
import { customerColumns, type CustomerColumn } from './columns';

interface Props {
  frame: DataFrame;
  /** How many of the frame's rows are of this page. */
  rows: number;
  scored: boolean;
  sorting: { key: string; descending: boolean };
  onSort: (field: string) => void;
  customerLink: (id: string) => string;
}

/** A page of customers; heads sort all customers, not only those of the page. */
export function CustomerTable({ frame, rows, scored, sorting, onSort, customerLink }: Props) {
  const sorts: readonly string[] = scored ? SCORE_SORTS : CUSTOMER_SORTS;
  const toColumn = (column: CustomerColumn): TableColumn<RowReader> => ({
    key: column.field,
    cell: column.show,
    title: column.title,
    isNumber: column.isNumber,
    isName: column.field === 'customer',
    head: sorts.includes(column.field) ? (
      <SortHead
        label={column.label}
        title={column.help}
        column={column.field}
        sorting={sorting}
        alignRight={column.isNumber}
        onSort={onSort}
      />
    ) : (
      column.label
    ),
  });
  return (
    <DataTable
      label={t('pages.customers.table', 'Customers')}
      columns={customerColumns(scored, customerLink).map(toColumn)}
      rows={Array.from({ length: Math.min(rows, frame.length) }, (_, row) => rowReader(frame, row))}
      keyOf={(row) => row.text('customer_id')}
    />
  );
}
