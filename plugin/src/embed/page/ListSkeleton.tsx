import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { PanelSkeleton } from './PanelSkeleton';

/** As many as the dashboards that come along. */
const CARDS = 8;
/** Of a card's inside, in px: a name and three lines, as most cards have. */
const INSIDE = 94;

/** What stands in the list until the dashboards are known: grey cards where theirs will be. */
export function ListSkeleton() {
  const styles = useStyles2(stylesOf);
  return Array.from({ length: CARDS }, (_, i) => (
    <div key={i} className={styles.card}>
      <PanelSkeleton type="text" height={INSIDE} />
    </div>
  ));
}

const stylesOf = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(2),
    borderRadius: theme.shape.radius.default,
    border: `1px solid ${theme.colors.border.weak}`,
  }),
});
