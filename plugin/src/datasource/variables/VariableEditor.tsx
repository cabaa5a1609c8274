import type { QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { t } from '../../language/t';
import type { WarehouseDataSource } from '../datasource';
import type { WarehouseOptions, WarehouseQuery } from '../types';
import { KindForm } from './KindForm';
import { OptionsPreview } from './OptionsPreview';
import { useOptions } from './useOptions';
import { completeVariableQuery, VARIABLE_KINDS } from './variableQuery';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

function Editor({ query, datasource, range, onChange }: Props) {
  const known = completeVariableQuery(query);
  const options = useOptions(datasource, known, range);
  return (
    <Stack direction="column" gap={1}>
      <KindForm
        kinds={VARIABLE_KINDS}
        query={known}
        datasource={datasource}
        range={range}
        statementHelp={t(
          'datasource.variables.statement',
          'Columns named text and value, or one column for both, e.g. SELECT DISTINCT city AS text, city AS value FROM dim_customers',
        )}
        onChange={onChange}
      />
      <OptionsPreview state={options} />
    </Stack>
  );
}

/** The editor of a dashboard variable: values, customers, a headline for a text panel, or SQL; with the first values. */
export const VariableEditor = withBoundary(Editor, () => t('datasource.variables.what', 'The variable editor'));
