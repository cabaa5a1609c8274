import { LoadingState } from '@grafana/data';
import { t } from '../../language/t';
import { Alert, EmptyState, LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import type { Answered } from '../customer/askSource';
import { customerUrl } from '../customer/place';
import type { CustomersPlace } from './address';
import { CustomerTable } from './CustomerTable';
import { PAGE_ROWS, type ListQuery } from './query';

interface Props {
  answer: Answered;
  query: ListQuery;
  place: CustomersPlace;
  onChange: (changed: Partial<CustomersPlace>) => void;
}

/** The page of customers that was asked for, or that it is awaited, empty or refused. */
export function ListAnswer({ answer: { series, state, errors }, query, place, onChange }: Props) {
  if (state === LoadingState.Loading) return <LoadingPlaceholder text={t('pages.loading', 'Loading…')} />;
  if (state === LoadingState.Error)
    return (
      <Alert title={t('pages.customers.failure', 'The customers could not be listed')} severity="error">
        {errors?.[0]?.message}
      </Alert>
    );
  const [frame] = series;
  if (!frame || frame.length === 0)
    return (
      <EmptyState variant="not-found" message={t('pages.customers.none', 'No customer matches')}>
        {t('pages.customers.none-hint', 'Take a filter away, or search for fewer letters of the id.')}
      </EmptyState>
    );
  const sorting = { key: query.sort ?? '', descending: place.descending };
  const sort = (field: string) =>
    onChange({ sort: field, descending: sorting.key === field ? !sorting.descending : field !== 'customer' });
  return (
    <CustomerTable
      {...{ frame, sorting }}
      rows={PAGE_ROWS}
      scored={query.kind === 'churn_scores'}
      onSort={sort}
      customerLink={(id) => customerUrl(id, place.source)}
    />
  );
}
