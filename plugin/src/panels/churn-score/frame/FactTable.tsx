import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { t } from '../../../language/t';

interface Props {
  label: string;
  /** The first column names the row; the others are figures. */
  heads: readonly string[];
  rows: ReadonlyArray<readonly ReactNode[]>;
}

/** What a picture shows, as a table. */
export function FactTable({ label, heads, rows }: Props) {
  const styles = useStyles2(getStyles);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      role="region"
      aria-label={t('churn.asTable', '{{name}} as a table', { name: label })}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={heads[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', maxHeight: 320 }),
  table: css({
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'right',
      fontWeight: 'normal',
    },
    'th:first-of-type': { paddingLeft: 0, textAlign: 'left' },
    'thead th': { color: theme.colors.text.secondary, whiteSpace: 'nowrap' },
    td: { whiteSpace: 'nowrap' },
  }),
});
