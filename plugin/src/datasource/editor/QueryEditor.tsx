import { migrateQuery } from '@contract';
import { LoadingState, store, type QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { t } from '../../language/t';
import type { WarehouseDataSource } from '../datasource';
import { BUILDER_KINDS } from '../query/parameters';
import type { WarehouseOptions, WarehouseQuery } from '../types';
import { QueryForm } from './QueryForm';
import { LeaveSql } from './sql/LeaveSql';
import { ModeSwitch } from './sql/ModeSwitch';
import { SqlBody } from './sql/SqlBody';
import { SqlControls } from './sql/SqlControls';
import { isSql } from './sql/sqlQueries';
import { useModes } from './sql/useModes';
import { useStatement } from './sql/useStatement';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

/** Whether the schema stands beside statements, as this viewer left it. */
const BROWSING = 'churnwatch.sql.schema';

function Editor(props: Props) {
  const { query: saved, datasource, range, data, onChange, onRunQuery } = props;
  const query = useMemo(() => migrateQuery(saved), [saved]);
  const modes = useModes({ ...props, query });
  const statement = useStatement({ ...props, query });
  const [browsing, setBrowsing] = useState(() => store.getBool(BROWSING, true));
  const readOnly = !isSql(query) || (modes.schema.phase === 'known' && !modes.schema.schema.allowed);

  const change = (changed: WarehouseQuery) => {
    onChange(changed);
    onRunQuery();
  };
  const browse = (shown: boolean) => {
    store.set(BROWSING, shown);
    setBrowsing(shown);
  };

  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
        <ModeSwitch mode={modes.mode} onChange={modes.choose} />
        {isSql(query) && !readOnly && (
          <SqlControls
            query={query}
            running={data?.state === LoadingState.Loading}
            browsing={browsing}
            onBrowse={browse}
            onChange={change}
            onFormat={() => void statement.format()}
            onRun={statement.run}
          />
        )}
      </Stack>
      {modes.mode === 'sql' ? (
        <SqlBody
          text={isSql(query) ? (query.rawSql ?? '') : (modes.preview ?? '')}
          readOnly={readOnly}
          schema={modes.schema}
          variables={datasource.variableNames()}
          browsing={browsing || modes.schema.phase === 'failed'}
          statement={statement}
        />
      ) : (
        <QueryForm kinds={BUILDER_KINDS} query={query} datasource={datasource} range={range} onChange={change} />
      )}
      <LeaveSql builder={modes.asking} onConfirm={modes.confirm} onDismiss={modes.dismiss} />
    </Stack>
  );
}

/** The query editor in panels, in Explore and in alert rules. */
export const QueryEditor = withBoundary(Editor, () => t('datasource.editor.what', 'The query editor'));
