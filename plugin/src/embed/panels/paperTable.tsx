import { css, cx } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, PanelProps } from '@grafana/data';
import type { TableSortByFieldState } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { numberCell } from '../../components/table/numberCell';
import { rowsOnPaper } from '../layout/paper';
import { measureOf } from './measure';
import { paperColumns, sortedRows, type PaperColumn } from './paperColumns';
import { rowsLeftText } from './rowsLeft';

interface Options {
  frameIndex?: number;
  sortBy?: TableSortByFieldState[];
}

const ROW_HEIGHT = 36;

/**
 * A table for who can neither scroll, sort, nor point: its first rows with all their words, however many lines these take, in
 * columns that share the paper's width, and how many more rows there are.
 */
export function PaperTable({ data, options, width }: PanelProps<Options>) {
  const styles = useStyles2(getStyles);
  const usualSize = useTheme2().typography.fontSize;
  const frame: DataFrame | undefined = data.series[options.frameIndex ?? 0] ?? data.series[0];
  const [sorting] = options.sortBy ?? [];
  const { columns, fontSize } = useMemo(() => {
    if (!frame) return { columns: [], fontSize: usualSize };
    const rows = sortedRows(frame, sorting).slice(0, rowsOnPaper(frame.length));
    return paperColumns(frame, rows, width, usualSize, measureOf);
  }, [frame, sorting, width, usualSize]);
  if (!frame) return null;
  const rows = columns[0]?.cells.map((_, row) => row) ?? [];
  return (
    <>
      <table className={styles.table} style={{ width, fontSize }}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.name} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" className={isNumber ? styles.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {columns.map((column) => (
                <Cell key={column.name} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {frame.length > rows.length && <p data-rows-left="">{rowsLeftText(frame.length - rows.length)}</p>}
    </>
  );
}

function Cell({ column: { isNumber, wraps, cells }, row }: { column: PaperColumn; row: number }) {
  const styles = useStyles2(getStyles);
  const cell = cells[row];
  if (!cell) return <td />;
  const { text, color, href } = cell;
  return (
    <td className={cx(isNumber && styles.number, !wraps && styles.whole)} style={{ color }}>
      {href === undefined ? (
        text
      ) : (
        <a className={styles.link} href={href}>
          {text}
        </a>
      )}
    </td>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      height: ROW_HEIGHT,
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      lineHeight: 1.2,
      overflowWrap: 'anywhere',
    },
    th: { fontWeight: theme.typography.fontWeightMedium, verticalAlign: 'bottom' },
  }),
  number: css(numberCell),
  whole: css({ whiteSpace: 'nowrap' }),
  link: css({ color: theme.colors.text.link }),
});
