import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, FieldValidationMessage, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import { SchemaBrowser } from '../../schema/SchemaBrowser';
import type { SchemaState } from '../../schema/useSchema';
import { CodeField } from './CodeField';
import type { Statement } from './useStatement';

interface Props {
  text: string;
  /** True while the text is only shown: it is the builder's, or the caller may run no statement. */
  readOnly: boolean;
  schema: SchemaState;
  variables: readonly string[];
  browsing: boolean;
  statement: Statement;
}

/** A statement in its editor, and beside it what it may use. */
export function SqlBody({ text, readOnly, schema, variables, browsing, statement }: Props) {
  const styles = useStyles2(getStyles);
  const known = schema.phase === 'known' ? schema.schema : undefined;
  const refusal =
    known && !known.allowed ? (known.reason ?? t('datasource.sql.refused', 'You may not run SQL here.')) : undefined;
  return (
    <div className={styles.body}>
      {refusal !== undefined && (
        <Alert
          severity="info"
          title={t('datasource.sql.readOnly', 'This statement can be read but not run')}
          topSpacing={0}
          bottomSpacing={1}
        >
          {refusal}
        </Alert>
      )}
      <div className={styles.columns}>
        <div className={cx(styles.code, styles.pane)}>
          <CodeField
            ref={statement.code}
            value={text}
            readOnly={readOnly}
            schema={known}
            variables={variables}
            onCommit={statement.commit}
            onRun={statement.run}
          />
        </div>
        {browsing && (
          <div className={cx(styles.schema, styles.pane)}>
            <SchemaBrowser
              state={schema}
              onInsert={readOnly ? undefined : (name) => statement.code.current?.insert(name)}
            />
          </div>
        )}
      </div>
      {statement.problem !== undefined && <FieldValidationMessage>{statement.problem}</FieldValidationMessage>}
    </div>
  );
}

const NARROW = '@container (max-width: 640px)';

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ containerType: 'inline-size' }),
  columns: css({ display: 'flex', gap: theme.spacing(1), [NARROW]: { flexDirection: 'column' } }),
  pane: css({ height: theme.spacing(35), overflow: 'hidden' }),
  code: css({
    flex: 1,
    minWidth: 0,
    minHeight: theme.spacing(15),
    resize: 'vertical',
    '& > div': { height: '100%' },
    [NARROW]: { flex: 'none' },
  }),
  schema: css({ flex: '0 0 clamp(240px, 35%, 340px)', minWidth: 0, [NARROW]: { flex: 'none' } }),
});
