import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, FilterInput, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { t } from '../../language/t';
import { SchemaList } from './SchemaList';
import type { SchemaState } from './useSchema';

interface Props {
  state: SchemaState;
  /** Writes a name into the statement; absent: the statement cannot be changed, and names are only read. */
  onInsert?: (name: string) => void;
}

/** What a statement may use, to be searched and, by a click, written into it. */
export function SchemaBrowser({ state, onInsert }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.browser} aria-label={t('datasource.schema.label', 'Tables, macros and functions')}>
      <Content state={state} onInsert={onInsert} />
    </section>
  );
}

function Content({ state, onInsert }: Props) {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  if (state.phase === 'loading')
    return (
      <LoadingPlaceholder
        text={t('datasource.schema.loading', 'Loading tables and columns')}
        className={styles.waiting}
      />
    );
  if (state.phase === 'failed') {
    return (
      <Alert
        title={t('datasource.schema.failed', 'The tables and columns could not be loaded')}
        severity="warning"
        topSpacing={0}
        bottomSpacing={0}
      >
        <p>{state.message}</p>
        <Button size="sm" variant="secondary" onClick={state.retry}>
          {t('datasource.schema.retry', 'Try again')}
        </Button>
      </Alert>
    );
  }
  return (
    <>
      <FilterInput
        value={search}
        onChange={setSearch}
        placeholder={t('datasource.schema.search', 'Search tables, columns, macros')}
        aria-label={t('datasource.schema.searchAll', 'Search tables, columns, macros and functions')}
        escapeRegex={false}
      />
      <div className={styles.list} role="region" aria-label={t('datasource.schema.found', 'Found')} tabIndex={0}>
        <SchemaList schema={state.schema} search={search} onInsert={onInsert} />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  browser: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), height: '100%', minHeight: 0 }),
  waiting: css({ margin: theme.spacing(2) }),
  list: css({ flex: 1, minHeight: 0, overflow: 'auto', paddingRight: theme.spacing(0.5) }),
});
