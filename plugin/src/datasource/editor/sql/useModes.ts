import type { QueryEditorProps } from '@grafana/data';
import { useEffect, useRef, useState } from 'react';
import type { WarehouseDataSource } from '../../datasource';
import { useSchema, type SchemaState } from '../../schema/useSchema';
import type { WarehouseOptions, WarehouseQuery } from '../../types';
import type { EditorMode } from './ModeSwitch';
import { isSql, losesNothing, toBuilder, toSql } from './sqlQueries';
import { startingStatement, type Start } from './startingStatement';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

export interface Modes {
  mode: EditorMode;
  schema: SchemaState;
  /** The statement behind a query of the builder, shown while it is not known or not true that SQL may be run. */
  preview?: string;
  choose: (mode: EditorMode) => void;
  /** The query that the builder would take up, while it is being confirmed that the statement may be lost. */
  asking?: WarehouseQuery;
  confirm: () => void;
  dismiss: () => void;
}

/**
 * The two ways to write a query. Going to SQL turns the query into a statement as soon as it is known that the caller may
 * run one, and until then only shows it; going back takes up the builder's query of before.
 */
export function useModes({ query, data, app, datasource, onChange, onRunQuery }: Props): Modes {
  const [preview, setPreview] = useState<Start>();
  const [asking, setAsking] = useState<WarehouseQuery>();
  const origin = useRef<{ builder: WarehouseQuery; sql: string }>();
  const mode: EditorMode = isSql(query) || preview ? 'sql' : 'builder';
  const schema = useSchema(datasource, mode === 'sql');
  const allowed = schema.phase === 'known' && schema.schema.allowed;

  useEffect(() => {
    if (!preview || !allowed) return;
    setPreview(undefined);
    if (isSql(query)) return;
    origin.current = { builder: query, sql: preview.sql };
    onChange(toSql(query, preview));
    onRunQuery();
  }, [preview, allowed, query, onChange, onRunQuery]);

  const leave = (builder: WarehouseQuery) => {
    setAsking(undefined);
    onChange(builder);
    onRunQuery();
  };

  const choose = (chosen: EditorMode) => {
    if (chosen === mode) return;
    if (chosen === 'sql') return setPreview(startingStatement(query, data));
    setPreview(undefined);
    if (!isSql(query)) return;
    const builder = toBuilder(query, origin.current?.builder, app);
    if (losesNothing(query, origin.current?.sql)) leave(builder);
    else setAsking(builder);
  };

  return {
    mode,
    schema,
    preview: isSql(query) ? undefined : preview?.sql,
    choose,
    asking,
    confirm: () => asking && leave(asking),
    dismiss: () => setAsking(undefined),
  };
}
