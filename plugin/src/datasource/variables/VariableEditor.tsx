import type { QueryEditorProps } from '@grafana/data';
import React from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import type { WarehouseDataSource } from '../datasource';
import { QueryForm } from '../editor/QueryForm';
import type { WarehouseOptions, WarehouseQuery } from '../types';
import { completeVariableQuery, VARIABLE_KINDS } from './variableQuery';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

function Editor({ query, datasource, range, onChange }: Props) {
  const known = completeVariableQuery(query);
  return <QueryForm kinds={VARIABLE_KINDS} query={known} datasource={datasource} range={range} onChange={onChange} />;
}

/** The editor of a dashboard variable: the values of a dimension, or the headline for a text panel. */
export const VariableEditor = withBoundary(Editor, 'The variable editor');
