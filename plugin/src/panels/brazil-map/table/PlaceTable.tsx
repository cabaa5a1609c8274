import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SortHead } from '../../../components/table/SortHead';
import { formatCount } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Place } from '../data/model';
import { figureName } from '../measures';
import { columnsFor, nextSorting, type Sorting } from './columns';
import { PlaceName } from './PlaceName';

interface Props {
  /** In the order of `sorting`. */
  places: readonly Place[];
  cities: boolean;
  selected: readonly string[];
  sorting: Sorting;
  height: number;
  onSort: (sorting: Sorting) => void;
  /** Chooses a state; absent: none can be chosen. */
  onChoose?: (state: string) => void;
}

/** As many rows as can be drawn at once; the rest is in the download. */
export const MOST_ROWS = 300;

/** The same figures as the map, as a table that can be sorted by each of its columns. */
export function PlaceTable({ places, cities, selected, sorting, height, onSort, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const columns = columnsFor(places);
  const sort = (key: Sorting['key']) => onSort(nextSorting(sorting, key));
  const label = cities ? t('map.table.cities', 'Cities') : t('map.table.states', 'States');
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div className={styles.scroll} style={{ height }} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <SortHead
              label={cities ? t('map.table.city', 'City') : t('map.table.state', 'State')}
              column="name"
              sorting={sorting}
              onSort={sort}
            />
            {columns.map(({ key }) => (
              <SortHead key={key} label={figureName(key)} column={key} sorting={sorting} onSort={sort} alignRight />
            ))}
          </tr>
        </thead>
        <tbody>
          {places.slice(0, MOST_ROWS).map((place) => {
            const chosen = !cities && selected.includes(place.state);
            return (
              <tr key={place.key} className={chosen ? styles.selected : undefined}>
                <PlaceName place={place} selected={chosen} onChoose={cities ? undefined : onChoose} />
                {columns.map(({ key, format, exact }) => (
                  <td key={key} title={exact?.(place.figures[key])}>
                    {format(place.figures[key])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {places.length > MOST_ROWS && (
        <div className={styles.rest}>
          {t('map.table.rest', 'The first {{shown}} of {{all}}; the download has all of them.', {
            shown: formatCount(MOST_ROWS),
            all: formatCount(places.length),
          })}
        </div>
      )}
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
  rest: css({ padding: theme.spacing(1), color: theme.colors.text.secondary }),
});
