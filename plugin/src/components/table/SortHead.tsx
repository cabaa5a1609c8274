import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { numberCell } from './numberCell';

/** By which column a table is sorted, and which way. */
export interface SortingBy<Key extends string> {
  key: Key;
  descending: boolean;
}

interface Props<Key extends string> {
  label: string;
  column: Key;
  sorting: SortingBy<Key>;
  onSort: (column: Key) => void;
  /** What the column means, where its label is short. */
  title?: string;
  /** True over numbers, whose right edge the label then stands above. */
  alignRight?: boolean;
}

/** The head of a column, with a button that sorts by it. */
export function SortHead<Key extends string>({
  label,
  column,
  sorting,
  onSort,
  title,
  alignRight = false,
}: Props<Key>) {
  const styles = useStyles2(getStyles);
  const sorted = sorting.key === column;
  const direction = sorting.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={alignRight ? styles.right : undefined}
      aria-sort={sorted ? direction : undefined}
      title={title}
    >
      <button type="button" className={alignRight ? styles.reversed : styles.button} onClick={() => onSort(column)}>
        {label}
        <span className={sorted ? undefined : styles.hidden}>
          <Icon name={sorting.descending ? 'arrow-down' : 'arrow-up'} size="sm" aria-hidden="true" />
        </span>
      </button>
    </th>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const button = {
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { color: theme.colors.text.primary },
  };
  return {
    button: css(button),
    reversed: css(button, { display: 'inline-flex', flexDirection: 'row-reverse' }),
    right: css(numberCell),
    hidden: css({ visibility: 'hidden' }),
  };
};
