import { SEGMENTS } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { numberCell } from '../../../components/table/numberCell';
import { t } from '../../../language/t';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { SortHead } from '../../../components/table/SortHead';
import { isChosen, isNothing } from '../data/lens';
import type { Choice, MovementModel } from '../data/model';
import { rankOf } from '../data/readMoves';
import { segmentColor } from '../flow/segmentColor';
import type { Lens } from '../options';
import { choiceText, lensText, segmentText } from '../wording';
import { nextSorting, numberColumns, rowsOf, sortRows, type FlowRow, type Sorting } from './columns';

interface Props {
  model: MovementModel;
  lens: Lens;
  width: number;
  height: number;
  choice: Choice;
  onChoose?: (choice: Choice) => void;
}

/** The same figures as the picture, a row for each flow, sorted by any of its columns. */
export function FlowTable({ model, lens, width, height, choice, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [sorting, setSorting] = useState<Sorting>({ key: 'customers', descending: true });
  const sort = (key: Sorting['key']) => setSorting(nextSorting(sorting, key));
  const rows = useMemo(
    () => sortRows(rowsOf(model, lens), sorting, ({ to }) => rankOf(SEGMENTS, to)),
    [model, lens, sorting],
  );
  const columns = numberColumns();
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      style={{ width, height }}
      role="region"
      aria-label={t('movement.picture', 'Movement between segments')}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <SortHead label={t('movement.column.from', 'From')} column="from" sorting={sorting} onSort={sort} />
            <SortHead label={t('movement.column.to', 'To')} column="to" sorting={sorting} onSort={sort} />
            <th scope="col">{t('movement.column.way', 'Way')}</th>
            {columns.map(({ key, label }) => (
              <SortHead key={key} label={label} column={key} sorting={sorting} onSort={sort} alignRight />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={!isNothing(choice) && isChosen(row, choice) ? styles.selected : undefined}>
              <Ends row={row} choice={choice} onChoose={onChoose} />
              <td>{lensText(row.way)}</td>
              {columns.map(({ key, format, exact }) => (
                <td key={key} className={styles.number} title={exact?.(row[key])}>
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

/** Where a flow comes from, and where it leads, with a button that chooses it and the links that the panel was given. */
function Ends({ row, choice, onChoose }: { row: FlowRow } & Pick<Props, 'choice' | 'onChoose'>) {
  const styles = useStyles2(getStyles);
  const { from, to, links } = row;
  const pressed = from === choice.from && to === choice.to;
  return (
    <>
      <th scope="row">
        <Swatch segment={from} />
        {segmentText(from)}
      </th>
      <td>
        <Swatch segment={to} />
        {onChoose ? (
          <button
            type="button"
            className={styles.button}
            aria-label={choiceText(row)}
            aria-pressed={pressed}
            onClick={() => onChoose(pressed ? { from: '', to: '' } : { from, to })}
          >
            {segmentText(to)}
          </button>
        ) : (
          segmentText(to)
        )}
        {links.map(({ href, title, target }) => (
          <a key={`${href} ${title}`} className={styles.link} href={href} target={target} rel="noreferrer">
            {title || t('movement.open', 'Open')}
          </a>
        ))}
      </td>
    </>
  );
}

function Swatch({ segment }: { segment: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.swatch} style={{ background: segmentColor(segment, useTheme2()) }} aria-hidden="true" />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ flexShrink: 0, overflow: 'auto' }),
  table: css({
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      whiteSpace: 'nowrap',
      fontWeight: 'normal',
    },
    'thead th': {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
    },
    'tbody tr:hover > *': { background: theme.colors.action.hover },
  }),
  number: css(numberCell),
  selected: css({ '& > *': { background: theme.colors.action.selected } }),
  swatch: css({ display: 'inline-block', width: 10, height: 10, marginRight: 6, borderRadius: 2 }),
  button: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
    '&[aria-pressed=true]': { fontWeight: theme.typography.fontWeightMedium },
  }),
  link: css({
    marginLeft: theme.spacing(1),
    color: theme.colors.text.link,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
