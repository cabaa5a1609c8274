import type { QueryKind } from '@contract';
import type { TimeRange } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import React, { useId } from 'react';
import type { WarehouseDataSource } from '../datasource';
import { KindField } from '../editor/KindField';
import { QueryForm } from '../editor/QueryForm';
import type { WarehouseQuery } from '../types';
import { StatementField } from './StatementField';

interface Props {
  kinds: readonly QueryKind[];
  query: WarehouseQuery;
  datasource: WarehouseDataSource;
  range?: TimeRange;
  /** Which columns a statement must have. */
  statementHelp: string;
  onChange: (query: WarehouseQuery) => void;
}

/** A query of few kinds, among them perhaps SQL, where there is little room. */
export function KindForm({ kinds, query, datasource, range, statementHelp, onChange }: Props) {
  const idPrefix = useId();
  if (query.kind !== 'sql') {
    return <QueryForm kinds={kinds} query={query} datasource={datasource} range={range} onChange={onChange} />;
  }
  return (
    <EditorRows>
      <EditorRow>
        <KindField idPrefix={idPrefix} kinds={kinds} query={query} onChange={onChange} />
        <StatementField
          id={`${idPrefix}-statement`}
          value={query.rawSql ?? ''}
          help={statementHelp}
          onChange={(rawSql) => onChange({ ...query, rawSql })}
        />
      </EditorRow>
    </EditorRows>
  );
}
