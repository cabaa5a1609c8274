import type { SchemaBody } from '@contract';
import { toDataFrame, type CoreApp, type PanelData } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { WarehouseDataSource } from '../datasource';
import { QueryEditor } from '../editor/QueryEditor';
import type { SqlModeQuery } from '../editor/sql/sqlQueries';
import type { WarehouseQuery } from '../types';
import { datasourceWith } from './datasources';
import { panelData } from './panelData';
import { schemaWith } from './schema';

/** A query of the builder, one in SQL, and a statement that answers the first. */
export const BUILDER: WarehouseQuery = { refId: 'A', kind: 'sales', measure: 'orders', filters: { state: ['SP'] } };
export const SQL: SqlModeQuery = { refId: 'A', kind: 'sql', rawSql: 'SELECT 1', format: 'table' };
export const GENERATED = 'SELECT day, orders FROM fct_orders';

interface Page {
  initial: WarehouseQuery;
  datasource?: WarehouseDataSource;
  data?: PanelData;
  app?: CoreApp;
}

/** A data source whose resource `schema` answers this, or fails. */
export function sourceWith(answer: SchemaBody | Error | Promise<SchemaBody> = schemaWith()) {
  const datasource = datasourceWith({ state: ['SP'] });
  const ask = jest.spyOn(datasource, 'getResource').mockImplementation(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { datasource, ask };
}

/** The editor on a page that keeps the query, as Grafana does, with what it told that page. */
export function show({ initial, datasource = sourceWith().datasource, data, app }: Page) {
  const [onChange, onRunQuery] = [jest.fn(), jest.fn()];
  function Kept() {
    const [query, setQuery] = useState(initial);
    const change = (changed: WarehouseQuery) => {
      onChange(changed);
      setQuery(changed);
    };
    return (
      <QueryEditor
        datasource={datasource}
        query={query}
        data={data}
        app={app}
        onChange={change}
        onRunQuery={onRunQuery}
      />
    );
  }
  return { ...render(<Kept />), onChange, onRunQuery };
}

/** The field with the statement. */
export const code = () => screen.findByRole('textbox', { name: /^SQL statement/ });

/** Switches to this way of writing a query. */
export const choose = (mode: string) => userEvent.click(screen.getByRole('radio', { name: mode }));

/** The answer to a query, with the statement that gives the same. */
export const answered = (sql: string, type = 'timeseries-wide') =>
  panelData([toDataFrame({ refId: 'A', fields: [], meta: JSON.parse(JSON.stringify({ type, custom: { sql } })) })]);
