import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import React from 'react';
import { nameOf, styleOf } from './segmentStyle';
import { Swatch } from './Swatch';
import type { Tile } from './tile';

interface Props {
  tile: Tile;
  /** Where the pointer is, in pixels of the window. */
  x: number;
  y: number;
  /** What choosing the tile does. */
  hint?: string;
}

/** The exact figures and the meaning of the tile that is pointed at. Its button says the same to screen readers. */
export function TileTooltip({ tile, x, y, hint }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={{ x: 12, y: 12 }} aria-hidden="true">
        <div className={styles.box}>
          <div className={styles.name}>
            <Swatch segment={tile.segment} />
            {nameOf(tile.segment)}
          </div>
          <div className={styles.meaning}>{styleOf(tile.segment).meaning}</div>
          <dl className={styles.facts}>
            {tile.facts.map(({ name, value }) => (
              <React.Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </React.Fragment>
            ))}
          </dl>
          {hint && <div className={styles.meaning}>{hint}</div>}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    maxWidth: 360,
    color: theme.colors.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  name: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  meaning: css({ color: theme.colors.text.secondary }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    gap: theme.spacing(0.25, 2),
    margin: theme.spacing(1, 0),
    dt: { fontWeight: theme.typography.fontWeightRegular, whiteSpace: 'nowrap', color: theme.colors.text.secondary },
    dd: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  }),
});
