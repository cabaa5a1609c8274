import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorHelpProps } from '@grafana/data';
import { Alert, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { withBoundary } from '../../../components/ErrorBoundary';
import { t } from '../../../language/t';
import { WarehouseDataSource } from '../../datasource';
import { useSchema } from '../../schema/useSchema';
import type { WarehouseQuery } from '../../types';
import { builderExamples, sqlExamples, type Example } from './examples';

type Props = QueryEditorHelpProps<WarehouseQuery>;

function Help({ datasource, query, onClickExample }: Props) {
  const pick = (example: Example) =>
    onClickExample({
      ...example.query,
      refId: query?.refId ?? 'A',
      datasource: query?.datasource ?? datasource.getRef(),
    });
  return (
    <div>
      <Examples
        title={t('datasource.help.builder', 'Questions for the builder')}
        examples={builderExamples()}
        onPick={pick}
      />
      {datasource instanceof WarehouseDataSource && <SqlExamples datasource={datasource} onPick={pick} />}
    </div>
  );
}

/** Statements are shown to everybody, but offered only where they may be run. */
function SqlExamples({ datasource, onPick }: { datasource: WarehouseDataSource; onPick: (example: Example) => void }) {
  const state = useSchema(datasource, true);
  const refusal = state.phase === 'known' && !state.schema.allowed ? state.schema.reason : undefined;
  const allowed = state.phase === 'known' && state.schema.allowed;
  return (
    <Examples
      title={t('datasource.help.sql', 'Statements in SQL')}
      note={refusal}
      examples={sqlExamples()}
      onPick={allowed ? onPick : undefined}
    />
  );
}

interface ExamplesProps {
  title: string;
  /** Why none of them can be taken up. */
  note?: string;
  examples: readonly Example[];
  /** Takes up an example; absent: they can only be read. */
  onPick?: (example: Example) => void;
}

function Examples({ title, note, examples, onPick }: ExamplesProps) {
  const styles = useStyles2(getStyles);
  return (
    <section>
      <Text element="h3" variant="h5">
        {title}
      </Text>
      {note !== undefined && <Alert severity="info" title={note} topSpacing={1} bottomSpacing={0} />}
      <ul className={styles.list}>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className={styles.example} disabled={!onPick} onClick={() => onPick?.(example)}>
              <Text weight="medium">{example.title}</Text>
              <Text variant="bodySmall" color="secondary">
                {example.help}
              </Text>
              {example.query.kind === 'sql' && <code className={styles.sql}>{example.query.rawSql}</code>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 2),
  }),
  example: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    width: '100%',
    height: '100%',
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    textAlign: 'left',
    '&:hover:enabled': { background: theme.colors.action.hover, borderColor: theme.colors.border.medium },
    '&:disabled': { cursor: 'not-allowed' },
  }),
  sql: css({
    width: '100%',
    whiteSpace: 'pre',
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'auto',
  }),
});

/** Questions to begin with, in the help of the query editor and on Explore's first page. */
export const QueryHelp = withBoundary(Help, () => t('datasource.help.what', 'The example queries'));
