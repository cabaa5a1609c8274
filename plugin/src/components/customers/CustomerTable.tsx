import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { columnsFor, type CustomerColumn } from './listColumns';
import { numberCell } from '../table/numberCell';

interface Props {
  /** What the list holds, for screen readers. */
  label: string;
  frame: DataFrame;
  width: number;
  /** Where a customer's id leads; undefined: nowhere. */
  customerLink: (id: string) => string | undefined;
}

const SHOWN = 8;

/** Customers as a table, with as many of the columns as there is room for. */
export function CustomerTable({ label, frame, width, customerLink }: Props) {
  const styles = useStyles2(getStyles);
  const [first, ...others] = columnsFor(frame, width);
  if (!first) return null;
  const columns = [first, ...others];
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <colgroup>
          {columns.map(({ field, grows, width: wide }) => (
            <col key={field.name} style={grows ? undefined : { width: wide }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ field, label: head, isNumber }) => (
              <th key={field.name} scope="col" className={isNumber ? styles.number : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: frame.length }, (_, row) => (
            <tr key={row}>
              <th scope="row">
                <Customer id={first.text(first.field.values[row])} customerLink={customerLink} />
              </th>
              {others.map((column) => (
                <Cell key={column.field.name} column={column} value={column.field.values[row]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Customer({ id, customerLink }: { id: string; customerLink: Props['customerLink'] }) {
  const styles = useStyles2(getStyles);
  const href = customerLink(id);
  const short = id.length > SHOWN + 1 ? `${id.slice(0, SHOWN)}…` : id;
  return href === undefined ? (
    <span className={styles.id} title={id}>
      {short}
    </span>
  ) : (
    <a className={styles.link} href={href} title={id}>
      {short}
    </a>
  );
}

function Cell({ column: { text, exact = text, isNumber }, value }: { column: CustomerColumn; value: unknown }) {
  const styles = useStyles2(getStyles);
  return (
    <td className={isNumber ? styles.number : undefined} title={exact(value)}>
      {text(value)}
    </td>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const id = { fontFamily: theme.typography.fontFamilyMonospace };
  return {
    scroll: css({ flex: 1, minHeight: 0, overflow: 'auto', scrollbarWidth: 'thin' }),
    table: css({
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'separate',
      borderSpacing: 0,
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
      'th, td': {
        height: 30,
        padding: theme.spacing(0, 1),
        borderBottom: `1px solid ${theme.colors.border.weak}`,
        overflow: 'hidden',
        textAlign: 'left',
        textOverflow: 'ellipsis',
        fontWeight: 'normal',
        whiteSpace: 'nowrap',
      },
      'thead th': {
        position: 'sticky',
        top: 0,
        background: theme.colors.background.primary,
        color: theme.colors.text.secondary,
        fontWeight: theme.typography.fontWeightMedium,
      },
      'tbody tr:hover > *': { background: theme.colors.action.hover },
    }),
    number: css(numberCell),
    id: css(id),
    link: css(id, { color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
  };
};
