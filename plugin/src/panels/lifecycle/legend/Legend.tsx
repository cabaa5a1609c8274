import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../format/numbers';
import { stageColor } from '../chart/palette';
import { FIGURE_ORDER } from '../chart/parts';
import type { LifecycleModel } from '../data/model';
import { netText, signed, stageMeaning, stageText } from '../wording';

interface Props {
  model: LifecycleModel;
  height: number;
}

/** The stages with their colours and what they add up to over the time range. */
export function Legend({ model, height }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} style={{ height }} aria-label={t('lifecycle.legend', 'Stages, and their sums')}>
      {FIGURE_ORDER.map((stage) => (
        <li key={stage} className={styles.entry} title={stageMeaning(stage)}>
          <span className={styles.swatch} style={{ background: stageColor(stage, theme) }} aria-hidden="true" />
          {`${stageText(stage)} ${formatCount(model.totals[stage])}`}
        </li>
      ))}
      <li
        className={styles.entry}
        title={t('lifecycle.net-meaning', 'New and reactivated customers less dormant ones')}
      >
        <span className={styles.dot} aria-hidden="true" />
        {`${netText()} ${signed(model.net)}`}
      </li>
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'center',
    columnGap: 14,
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
  entry: css({ display: 'flex', alignItems: 'center', gap: 6, height: 20, whiteSpace: 'nowrap' }),
  swatch: css({ width: 10, height: 10, borderRadius: 2 }),
  dot: css({ width: 8, height: 8, borderRadius: 4, background: theme.colors.text.primary }),
});
