import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { numberCell } from '../../../components/table/numberCell';
import { SortHead } from '../../../components/table/SortHead';
import { useRowWindow } from '../../churn-score/list/useRowWindow';

export interface TableColumn {
  label: string;
  /** In px; the first column takes what is left. */
  width: number;
  isNumber: boolean;
}

export interface TableRow {
  key: string;
  /** The first names the moment. Written when the row comes into sight. */
  cells: () => string[];
  future: boolean;
}

interface Props {
  label: string;
  columns: readonly TableColumn[];
  /** The earliest first. */
  rows: readonly TableRow[];
  width: number;
  height: number;
}

const ROW_HEIGHT = 30;

/** Figures in the order of time, or the other way round, beginning where the future begins. */
export function TimeTable({ label, columns, rows, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const scroll = useRef<HTMLDivElement>(null);
  const [descending, setDescending] = useState(false);
  const shown = descending ? rows.toReversed() : rows;
  const { from, to, onScroll } = useRowWindow(shown.length, ROW_HEIGHT, height);
  const firstFuture = rows.findIndex(({ future }) => future);
  useEffect(() => {
    const above = descending ? 0 : Math.max(0, firstFuture - ROWS_BEFORE);
    if (scroll.current) scroll.current.scrollTop = above * ROW_HEIGHT;
  }, [descending, firstFuture]);
  const [time, ...others] = columns;
  const least = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    // What scrolls must be reachable with the keyboard.
    <div
      ref={scroll}
      className={styles.scroll}
      style={{ width, height }}
      role="group"
      aria-label={label}
      tabIndex={0}
      onScroll={onScroll}
    >
      <table className={styles.table} style={{ minWidth: least }} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map((column, index) => (
            <col key={column.label} style={{ width: index === 0 ? undefined : column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <SortHead
              label={time?.label ?? ''}
              column="time"
              sorting={{ key: 'time', descending }}
              onSort={() => setDescending(!descending)}
            />
            {others.map((column) => (
              <th key={column.label} scope="col" className={column.isNumber ? styles.number : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} />
          {shown.slice(from, to).map((row, index) => (
            <Row key={row.key} row={row} columns={columns} index={from + index + 2} />
          ))}
          <Gap rows={shown.length - to} />
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: TableRow;
  columns: readonly TableColumn[];
  /** Among all rows, the head being the first. */
  index: number;
}

function Row({ row, columns, index }: RowProps) {
  const styles = useStyles2(getStyles);
  const [name, ...cells] = row.cells();
  return (
    <tr className={row.future ? styles.future : undefined} aria-rowindex={index}>
      <th scope="row">{name}</th>
      {cells.map((cell, at) => (
        <td key={at} className={columns[at + 1]?.isNumber ? styles.number : undefined} title={cell}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** Of the past, so that the reader sees where it ends. */
const ROWS_BEFORE = 3;

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
    fontSize: theme.typography.bodySmall.fontSize,
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
    'thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
    },
    'tbody tr:not([aria-hidden]):hover > *': { background: theme.colors.action.hover },
  }),
  number: css(numberCell),
  future: css({ '& > *': { background: theme.colors.background.secondary } }),
});
