import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import type { Place } from '../data/model';

interface Props {
  place: Place;
  selected: boolean;
  onChoose?: (state: string) => void;
}

/** A row's head: the name, with a button that chooses the state and the links that the panel was given. */
export function PlaceName({ place, selected, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const { name, state, links } = place;
  const text = `${name} (${state})`;
  return (
    <th scope="row">
      <span className={styles.name}>
        {onChoose ? (
          <button type="button" className={styles.button} aria-pressed={selected} onClick={() => onChoose(state)}>
            {text}
          </button>
        ) : (
          text
        )}
        {links.map(({ href, title, target }) => (
          <a key={`${href} ${title}`} className={styles.link} href={href} target={target} rel="noreferrer">
            {title || t('map.table.open', 'Open')}
          </a>
        ))}
      </span>
    </th>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75), fontWeight: 'normal' }),
  button: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: 'inherit',
    '&:hover': { textDecoration: 'underline' },
    '&[aria-pressed=true]': { fontWeight: theme.typography.fontWeightMedium },
  }),
  link: css({ color: theme.colors.text.link, fontSize: theme.typography.bodySmall.fontSize }),
});
