import { AS_OF_PARAMETER, kindIn, parameterIn, SQL_FORMATS, type SqlFormat } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, InlineField, useStyles2, type ComboboxOption } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { currentLanguage } from '../../../language/current';
import { t } from '../../../language/t';
import { problemOf } from '../../query/problems';
import { DraftInput } from '../DraftInput';
import type { SqlModeQuery } from './sqlQueries';

interface Props {
  query: SqlModeQuery;
  /** True while the query runs. */
  running: boolean;
  browsing: boolean;
  onBrowse: (browsing: boolean) => void;
  onChange: (query: SqlModeQuery) => void;
  onFormat: () => void;
  onRun: () => void;
}

const helps = (): Record<string, string> =>
  Object.fromEntries(kindIn(currentLanguage(), 'sql').parameters.map(({ name, help }) => [name, help]));

const formats = (): Record<SqlFormat, ComboboxOption<SqlFormat>> => ({
  table: {
    value: 'table',
    label: t('datasource.sql.table', 'Table'),
    description: t('datasource.sql.tableHelp', 'The columns as they are'),
  },
  time_series: {
    value: 'time_series',
    label: t('datasource.sql.series', 'Time series'),
    description: t('datasource.sql.seriesHelp', 'A line per number and text'),
  },
  numeric: {
    value: 'numeric',
    label: t('datasource.sql.numeric', 'Numeric'),
    description: t('datasource.sql.numericHelp', 'Numbers with labels, for alert rules'),
  },
});

/** What a statement needs beside its text: how its result is taken, and the buttons that format and run it. */
export function SqlControls({ query, running, browsing, onBrowse, onChange, onFormat, onRun }: Props) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const [help, format] = [helps(), formats()];
  return (
    <>
      <div className={styles.fields}>
        <InlineField
          label={t('datasource.sql.format', 'Format as')}
          tooltip={help['format']}
          htmlFor={`${id}-format`}
          transparent
        >
          <Combobox
            id={`${id}-format`}
            options={SQL_FORMATS.map((one) => format[one])}
            value={query.format ?? 'table'}
            width={16}
            onChange={({ value }) => onChange({ ...query, format: value })}
          />
        </InlineField>
        {query.format === 'time_series' && (
          <InlineField
            label={t('datasource.sql.timeColumn', 'Time column')}
            tooltip={help['timeColumn']}
            htmlFor={`${id}-time`}
            transparent
          >
            <DraftInput
              id={`${id}-time`}
              value={query.timeColumn ?? ''}
              placeholder={t('datasource.sql.firstTime', 'First with times')}
              width={16}
              onCommit={(timeColumn) => onChange(withText(query, 'timeColumn', timeColumn))}
            />
          </InlineField>
        )}
        {usesAsOf(query) && <AsOfField id={`${id}-as-of`} query={query} onChange={onChange} />}
      </div>
      <div className={styles.buttons}>
        <Button
          size="sm"
          variant="secondary"
          fill="outline"
          icon="brackets-curly"
          tooltip={t('datasource.sql.formatHelp', 'Breaks and indents the lines of the statement')}
          onClick={onFormat}
        >
          {t('datasource.sql.formatButton', 'Format')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          fill="outline"
          icon="book"
          aria-expanded={browsing}
          tooltip={t('datasource.sql.schemaHelp', 'Tables, columns, macros and functions that a statement may use')}
          onClick={() => onBrowse(!browsing)}
        >
          {t('datasource.sql.schema', 'Schema')}
        </Button>
        <Button
          size="sm"
          icon={running ? 'spinner' : 'play'}
          tooltip={t('datasource.sql.keys', 'Ctrl or Cmd and Enter')}
          onClick={onRun}
        >
          {t('datasource.sql.run', 'Run query')}
        </Button>
      </div>
    </>
  );
}

function AsOfField({ id, query, onChange }: Pick<Props, 'query' | 'onChange'> & { id: string }) {
  const [draft, setDraft] = useState<string>();
  const { label, help } = parameterIn(currentLanguage(), AS_OF_PARAMETER);
  const problem = problemOf(AS_OF_PARAMETER, draft ?? query.asOf ?? '');
  return (
    <InlineField label={label} tooltip={help} htmlFor={id} invalid={problem !== undefined} error={problem} transparent>
      <DraftInput
        id={id}
        value={query.asOf ?? ''}
        placeholder={t('datasource.editor.day', 'YYYY-MM-DD')}
        width={14}
        invalid={problem !== undefined}
        onDraft={setDraft}
        onCommit={(asOf) => onChange(withText(query, 'asOf', asOf))}
      />
    </InlineField>
  );
}

/** Only statements that ask for the as-of day depend on it. */
function usesAsOf({ asOf, rawSql = '' }: SqlModeQuery): boolean {
  return asOf !== undefined || rawSql.includes('$__asOf');
}

function withText(query: SqlModeQuery, key: 'timeColumn' | 'asOf', text: string): SqlModeQuery {
  const { [key]: _, ...rest } = query;
  return text === '' ? rest : { ...rest, [key]: text };
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Grafana's inline fields bring a margin for rows of their own.
  fields: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), '& > div': { margin: 0 } }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
});
