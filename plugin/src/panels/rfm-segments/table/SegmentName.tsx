import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import type { SegmentRow } from '../data/model';
import { nameOf, styleOf } from '../picture/segmentStyle';
import { Swatch } from '../picture/Swatch';

interface Props {
  row: SegmentRow;
  selected: boolean;
  onSelect?: (segment: string) => void;
}

/** A row's head: colour and name, with a button that chooses the segment and the links that the panel was given. */
export function SegmentName({ row, selected, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const { segment, links } = row;
  return (
    <th scope="row" title={styleOf(segment).meaning}>
      <span className={styles.name}>
        <Swatch segment={segment} />
        {onSelect ? (
          <button type="button" className={styles.button} aria-pressed={selected} onClick={() => onSelect(segment)}>
            {nameOf(segment)}
          </button>
        ) : (
          nameOf(segment)
        )}
        {links.map(({ href, title, target }) => (
          <a key={`${href} ${title}`} className={styles.link} href={href} target={target} rel="noreferrer">
            {title || t('segments.open', 'Open')}
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
