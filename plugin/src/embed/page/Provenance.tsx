import { css } from '@emotion/css';
import type { GenerationSummary } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay, formatMoment } from '../../format/dates';
import { formatCount } from '../../format/numbers';

interface Props {
  generation: GenerationSummary;
}

/** Which data the page speaks of. */
export function Provenance({ generation }: Props) {
  const styles = useStyles2(getStyles);
  const { firstDay, lastDay, purchases, builtAt, source, sample } = generation;
  return (
    <footer className={styles.footer}>
      {sample ? 'Generated sample' : `Files in ${source}`}: {formatCount(purchases.orders)} purchases of{' '}
      {formatCount(purchases.customers)} customers, {formatDay(firstDay)} to {formatDay(lastDay)}, loaded{' '}
      {formatMoment(builtAt)}. Purchases are orders that were not canceled and not unavailable.
    </footer>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  footer: css({
    ...theme.typography.bodySmall,
    color: theme.colors.text.secondary,
    marginTop: theme.spacing(2),
    overflowWrap: 'anywhere',
  }),
});
