import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { numberCell } from '../../../components/table/numberCell';
import { SortHead } from '../../../components/table/SortHead';
import { t } from '../../../language/t';
import type { ScoreRow } from '../data/model';
import { CustomerName } from '../frame/CustomerName';
import { BandChip } from '../score/BandChip';
import type { ColumnKey, ListColumn, ListSorting } from './columns';
import { useRowWindow } from './useRowWindow';

interface Props {
  rows: readonly ScoreRow[];
  columns: readonly ListColumn[];
  sorting: ListSorting;
  width: number;
  height: number;
  customerLink: (id: string) => string | undefined;
  onSort: (key: ColumnKey) => void;
}

const ROW_HEIGHT = 36;

/** The table itself. Of very many rows only those in sight are drawn; screen readers are told how many there are. */
export function ScoreTable({ rows, columns, sorting, width, height, customerLink, onSort }: Props) {
  const styles = useStyles2(getStyles);
  const scroll = useRef<HTMLDivElement>(null);
  const { from, to, onScroll } = useRowWindow(rows.length, ROW_HEIGHT, height);
  // Another order, or other rows, are read from the top.
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0;
  }, [sorting, rows.length]);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      ref={scroll}
      className={styles.scroll}
      style={{ width, height }}
      role="region"
      aria-label={t('churn.list.title', 'Churn scores')}
      tabIndex={0}
      onScroll={onScroll}
    >
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ key, width: wide, grows }) => (
            <col key={key} style={grows ? undefined : { width: wide }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, label, help, isNumber }) => (
              <SortHead
                key={key}
                label={label}
                title={help}
                column={key}
                sorting={sorting}
                alignRight={isNumber}
                onSort={(column) => column !== 'answer' && onSort(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} />
          {rows.slice(from, to).map((row, index) => (
            <tr key={row.index} aria-rowindex={from + index + 2}>
              {columns.map((column) => (
                <Cell key={column.key} {...{ row, column, customerLink }} />
              ))}
            </tr>
          ))}
          <Gap rows={rows.length - to} />
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  row: ScoreRow;
  column: ListColumn;
  customerLink: (id: string) => string | undefined;
}

function Cell({ row, column: { key, text, exact, isNumber }, customerLink }: CellProps) {
  const styles = useStyles2(getStyles);
  if (key === 'customer') {
    return (
      <th scope="row">
        <CustomerName id={row.customer} links={row.links} href={customerLink(row.customer)} />
      </th>
    );
  }
  if (key === 'band') return <td>{row.band && <BandChip band={row.band} small />}</td>;
  return (
    <td className={isNumber ? styles.number : undefined} title={exact?.(row)}>
      {text(row)}
    </td>
  );
}

/** The room of rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 ? <tr aria-hidden="true" style={{ height: rows * ROW_HEIGHT }} /> : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', scrollbarWidth: 'thin' }),
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontVariantNumeric: 'tabular-nums',
    'tr:not([aria-hidden])': { height: ROW_HEIGHT },
    'th, td': {
      padding: theme.spacing(0, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      overflow: 'hidden',
      textAlign: 'left',
      textOverflow: 'ellipsis',
      fontWeight: 'normal',
      whiteSpace: 'nowrap',
    },
    'thead th': { position: 'sticky', top: 0, zIndex: 1, background: theme.colors.background.primary },
    'tbody tr:not([aria-hidden]):hover > *': { background: theme.colors.action.hover },
  }),
  number: css(numberCell),
});
