import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { SegmentRow } from '../data/model';
import type { Size } from '../options';
import { nameOf, sizeName, styleOf } from '../picture/segmentStyle';
import { Swatch } from '../picture/Swatch';
import { LEGEND_ROW_HEIGHT } from './rows';

interface Props {
  rows: readonly SegmentRow[];
  size: Size;
  selected: readonly string[];
  /** In pixels; what does not fit is scrolled. */
  height: number;
  onSelect?: (segment: string) => void;
}

/** A segment's name with its share, as the legend writes it. */
export function legendText(row: SegmentRow, size: Size): string {
  return `${nameOf(row.segment)} ${formatShare(size === 'customers' ? row.customerShare : row.revenueShare)}`;
}

/** The segments with their colours and shares, from the best to the most endangered; also the way to choose a small one. */
export function Legend({ rows, size, selected, height, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ul
      className={styles.list}
      style={{ height }}
      aria-label={t('segments.legend', 'Segments and their share of {{size}}', { size: sizeName(size) })}
    >
      {rows.map((row) => {
        const text = legendText(row, size);
        const away = selected.length > 0 && !selected.includes(row.segment);
        return (
          <li key={row.segment} className={away ? styles.away : undefined}>
            {onSelect ? (
              <button
                type="button"
                className={styles.entry}
                title={styleOf(row.segment).meaning}
                aria-pressed={selected.includes(row.segment)}
                onClick={() => onSelect(row.segment)}
              >
                <Swatch segment={row.segment} />
                {text}
              </button>
            ) : (
              <span className={styles.entry} title={styleOf(row.segment).meaning}>
                <Swatch segment={row.segment} />
                {text}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'start',
    columnGap: 14,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflowY: 'auto',
  }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    height: LEGEND_ROW_HEIGHT,
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.primary,
    fontSize: 12,
    whiteSpace: 'nowrap',
    'button&:hover': { textDecoration: 'underline' },
    'button&[aria-pressed=true]': { fontWeight: theme.typography.fontWeightMedium },
  }),
  away: css({ '& > *': { color: theme.colors.text.secondary } }),
});
