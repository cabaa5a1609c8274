import type { SchemaBody } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { InsertName } from './InsertName';
import { SchemaGroup } from './SchemaGroup';
import { isEmpty, searchSchema } from './searchSchema';
import { TableEntry } from './TableEntry';

interface Props {
  schema: SchemaBody;
  search: string;
  onInsert?: (name: string) => void;
}

/** The marts with their columns, the macros and the functions, as far as a search finds them. */
export function SchemaList({ schema, search, onInsert }: Props) {
  const styles = useStyles2(getStyles);
  const found = searchSchema(schema, search);
  const sought = search.trim() !== '';
  if (isEmpty(found))
    return (
      <p className={styles.nothing}>
        {t('datasource.schema.nothing', 'Nothing is called or described like “{{search}}”.', { search: search.trim() })}
      </p>
    );
  return (
    <>
      {found.macros.length > 0 && (
        <SchemaGroup
          title={t('datasource.schema.macros', 'Macros')}
          count={found.macros.length}
          open={sought || schema.tables.length === 0}
        >
          <ul className={styles.plain}>
            {found.macros.map(({ usage, help }) => (
              <li key={usage} className={styles.macro}>
                <InsertName name={usage} onInsert={onInsert} />
                <Text element="p" variant="bodySmall" color="secondary">
                  {help}
                </Text>
              </li>
            ))}
          </ul>
        </SchemaGroup>
      )}
      {found.tables.length > 0 && (
        <SchemaGroup title={t('datasource.schema.marts', 'Marts')} count={found.tables.length} open>
          {found.tables.map((table) => (
            <TableEntry
              key={table.name}
              table={table}
              opened={sought && found.tables.length <= 5}
              onInsert={onInsert}
            />
          ))}
        </SchemaGroup>
      )}
      {found.functions.length > 0 && (
        <SchemaGroup
          title={t('datasource.schema.functions', 'Functions')}
          count={found.functions.length}
          open={sought && found.functions.length <= 50}
        >
          <ul className={styles.functions}>
            {found.functions.map((name) => (
              <li key={name}>
                <InsertName name={name} inserted={`${name}(`} onInsert={onInsert} />
              </li>
            ))}
          </ul>
        </SchemaGroup>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  nothing: css({ margin: theme.spacing(1), color: theme.colors.text.secondary }),
  plain: css({ listStyle: 'none' }),
  macro: css({ padding: theme.spacing(0.5, 0) }),
  functions: css({ listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1) }),
});
