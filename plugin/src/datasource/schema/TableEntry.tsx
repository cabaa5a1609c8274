import type { SchemaTable } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { t } from '../../language/t';
import { writtenName } from '../statement/names';
import { InsertName } from './InsertName';

interface Props {
  table: SchemaTable;
  /** Whether its columns are shown until somebody folds them; taken anew when it changes. */
  opened: boolean;
  onInsert?: (name: string) => void;
}

/** A mart: what one row of it stands for, and its columns with type and description. */
export function TableEntry({ table, opened, onInsert }: Props) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState(opened);
  useEffect(() => setShown(opened), [opened]);
  const columns = t('datasource.schema.columns', 'Columns of {{table}}', { table: table.name });
  return (
    <div className={styles.table}>
      <div className={styles.head}>
        <IconButton
          name={shown ? 'angle-down' : 'angle-right'}
          aria-label={columns}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        />
        <InsertName name={table.name} inserted={writtenName(table.name)} onInsert={onInsert} />
      </div>
      <div className={styles.body}>
        <Text element="p" variant="bodySmall" color="secondary">
          {table.grain}
        </Text>
        {shown && (
          <ul className={styles.columns} aria-label={columns}>
            {table.columns.map(({ name, type, description }) => (
              <li key={name} className={styles.column}>
                <span className={styles.line}>
                  <InsertName name={name} inserted={writtenName(name)} onInsert={onInsert} />
                  <span className={styles.type}>{type}</span>
                </span>
                <Text element="p" variant="bodySmall" color="secondary">
                  {description}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({ padding: theme.spacing(0.25, 0) }),
  head: css({ display: 'flex', alignItems: 'center' }),
  body: css({ paddingLeft: theme.spacing(3) }),
  columns: css({
    listStyle: 'none',
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    paddingLeft: theme.spacing(1),
  }),
  column: css({ padding: theme.spacing(0.25, 0) }),
  line: css({ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: theme.spacing(1) }),
  type: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
