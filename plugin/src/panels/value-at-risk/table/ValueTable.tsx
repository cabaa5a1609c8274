import { BAND_STYLES } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { SortHead } from '../../../components/table/SortHead';
import type { ValueCell, ValueModel } from '../data/model';
import { boundsText, cellText } from '../wording';
import { nextSorting, numberColumns, sortCells, type Sorting } from './columns';

interface Props {
  model: ValueModel;
  width: number;
  height: number;
  selected: string | undefined;
  onChoose?: (cell: ValueCell) => void;
}

/** The same figures as the matrix, as a table that can be sorted by each of its columns. */
export function ValueTable({ model, width, height, selected, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [sorting, setSorting] = useState<Sorting>({ key: 'cell', descending: false });
  const sort = (key: Sorting['key']) => setSorting(nextSorting(sorting, key));
  const columns = numberColumns();
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      style={{ width, height }}
      role="region"
      aria-label={t('value.matrix', 'Value by churn risk')}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <SortHead label={t('value.column.cell', 'Customers of')} column="cell" sorting={sorting} onSort={sort} />
            {columns.map(({ key, label }) => (
              <SortHead key={key} label={label} column={key} sorting={sorting} onSort={sort} alignRight />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortCells(model.cells, sorting).map((cell) => (
            <tr key={cell.key} className={cell.key === selected ? styles.selected : undefined}>
              <th scope="row" title={boundsText(cell)}>
                <span aria-hidden="true" style={{ color: BAND_STYLES[cell.band].color }}>
                  {BAND_STYLES[cell.band].sign}
                </span>{' '}
                {onChoose ? (
                  <button
                    type="button"
                    className={styles.button}
                    aria-pressed={cell.key === selected}
                    onClick={() => onChoose(cell)}
                  >
                    {cellText(cell)}
                  </button>
                ) : (
                  cellText(cell)
                )}
                {cell.links.map(({ href, title, target }) => (
                  <a key={`${href} ${title}`} className={styles.link} href={href} target={target} rel="noreferrer">
                    {title || t('value.open', 'Open')}
                  </a>
                ))}
              </th>
              {columns.map(({ key, format, exact }) => (
                <td key={key} title={exact?.(cell[key])}>
                  {format(cell[key])}
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
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontWeight: 'normal',
    },
    'th:first-of-type': { position: 'sticky', left: 0, textAlign: 'left', background: theme.colors.background.primary },
    'thead th': { position: 'sticky', top: 0, background: theme.colors.background.primary },
    'thead th:first-of-type': { zIndex: 1 },
    'tbody tr:hover td': { background: theme.colors.action.hover },
  }),
  selected: css({ td: { background: theme.colors.action.selected } }),
  button: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: 'inherit',
    '&:hover': { textDecoration: 'underline' },
    '&[aria-pressed=true]': { fontWeight: theme.typography.fontWeightMedium },
  }),
  link: css({
    marginLeft: theme.spacing(1),
    color: theme.colors.text.link,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
