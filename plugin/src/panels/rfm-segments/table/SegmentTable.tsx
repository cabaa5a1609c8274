import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { SortHead } from '../../../components/table/SortHead';
import { t } from '../../../language/t';
import type { SegmentRow } from '../data/model';
import { numberColumns, nextSorting, sortRows, type Sorting } from './columns';
import { SegmentName } from './SegmentName';

interface Props {
  rows: readonly SegmentRow[];
  selected: readonly string[];
  height: number;
  onSelect?: (segment: string) => void;
}

/** The same figures as the pictures, as a table that can be sorted by each of its columns. */
export function SegmentTable({ rows, selected, height, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const columns = numberColumns();
  const [sorting, setSorting] = useState<Sorting>({ key: 'segment', descending: false });
  const sort = (key: Sorting['key']) => setSorting(nextSorting(sorting, key));
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      style={{ height }}
      role="region"
      aria-label={t('segments.title', 'RFM segments')}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <SortHead label={t('segments.segment', 'Segment')} column="segment" sorting={sorting} onSort={sort} />
            {columns.map(({ key, label }) => (
              <SortHead key={key} label={label} column={key} sorting={sorting} onSort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, sorting).map((row) => (
            <tr key={row.segment} className={selected.includes(row.segment) ? styles.selected : undefined}>
              <SegmentName row={row} selected={selected.includes(row.segment)} onSelect={onSelect} />
              {columns.map(({ key, format, exact }) => (
                <td key={key} title={exact?.(row[key])}>
                  {format(row[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto' }),
  table: css({
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'right',
      whiteSpace: 'nowrap',
    },
    'th:first-of-type': { position: 'sticky', left: 0, textAlign: 'left', background: theme.colors.background.primary },
    'thead th': { position: 'sticky', top: 0, background: theme.colors.background.primary },
    'thead th:first-of-type': { zIndex: 1 },
    'tbody tr:hover td': { background: theme.colors.action.hover },
  }),
  selected: css({ td: { background: theme.colors.action.selected } }),
});
