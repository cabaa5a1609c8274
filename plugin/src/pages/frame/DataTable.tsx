import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { numberCell } from '../../components/table/numberCell';

export interface TableColumn<Row> {
  key: string;
  /** The head's cell; a text stands in a plain one. */
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** True for the column that names the row. */
  isName?: boolean;
  /** What the cell says in full, where it is cut. */
  title?: (row: Row) => string | undefined;
}

interface Props<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: ReadonlyArray<TableColumn<Row>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** A plain table that scrolls sideways where it is too wide. Heads that are no text bring their own cell. */
export function DataTable<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  const styles = useStyles2(getStyles);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, head, isNumber }) =>
              typeof head === 'string' ? (
                <th key={key} scope="col" className={isNumber ? styles.number : undefined}>
                  {head}
                </th>
              ) : (
                <React.Fragment key={key}>{head}</React.Fragment>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.key} row={row} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ row, column: { cell, isNumber, isName, title } }: { row: Row; column: TableColumn<Row> }) {
  const styles = useStyles2(getStyles);
  const className = isNumber ? styles.number : undefined;
  return isName ? (
    <th scope="row" className={className} title={title?.(row)}>
      {cell(row)}
    </th>
  ) : (
    <td className={className} title={title?.(row)}>
      {cell(row)}
    </td>
  );
}

/** A colour that lets through what lies under it, upon one that does not. */
const over = (upper: string, lower: string): string => `linear-gradient(${upper}, ${upper}), ${lower}`;

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto', scrollbarWidth: 'thin' }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      maxWidth: 340,
      height: 36,
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      overflow: 'hidden',
      textAlign: 'left',
      textOverflow: 'ellipsis',
      fontWeight: 'normal',
      whiteSpace: 'nowrap',
    },
    'thead th': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
    'tbody tr:hover > *': { background: theme.colors.action.hover },
    // What names a row stays while the rest scrolls sideways past it; on a telephone it would hide the rest.
    [theme.breakpoints.up('md')]: {
      'tbody th': { position: 'sticky', left: 0, zIndex: 1, background: theme.colors.background.primary },
      // The colour of a row under the pointer lets through what scrolls past below it.
      'tbody tr:hover > th': { background: over(theme.colors.action.hover, theme.colors.background.primary) },
    },
  }),
  number: css(numberCell),
});
