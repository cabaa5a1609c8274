import type { QueryEditorProps } from '@grafana/data';
import React from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import type { WarehouseDataSource } from '../datasource';
import { BUILDER_KINDS } from '../query/parameters';
import type { WarehouseOptions, WarehouseQuery } from '../types';
import { QueryForm } from './QueryForm';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

function Editor({ query, datasource, range, onChange, onRunQuery }: Props) {
  const change = (changed: WarehouseQuery) => {
    onChange(changed);
    onRunQuery();
  };
  return <QueryForm kinds={BUILDER_KINDS} query={query} datasource={datasource} range={range} onChange={change} />;
}

/** The query editor in panels, in Explore and in alert rules. */
export const QueryEditor = withBoundary(Editor, 'The query editor');
