import type { CohortMeasure } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useId, type ReactNode } from 'react';
import { Hatch } from '../../../components/picture/Hatch';
import type { Classes } from '../scale/classes';
import { rampOf } from '../scale/ramp';
import { boundTexts } from './boundTexts';

const NOTHING = '0';

interface Props {
  scale: Classes;
  measure: CohortMeasure;
  /** True where some period still runs. */
  running: boolean;
  height: number;
}

/** What the colours stand for, and the looks of nothing and of what is not over. */
export function Legend({ scale, measure, running, height }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const hatch = useId();
  const colors = rampOf(scale.bounds.length + 1, theme);
  const border = theme.colors.border.medium;
  return (
    <ul className={styles.list} style={{ height }} aria-label={t('cohorts.legend', 'What the colours mean')}>
      <Entry text={NOTHING}>
        <rect x={0.5} y={0.5} width={15} height={11} fill="none" stroke={border} />
      </Entry>
      {boundTexts(scale, measure).map((text, index) => (
        <Entry key={text} text={text}>
          <rect width={16} height={12} fill={colors[index]} />
        </Entry>
      ))}
      {running && (
        <Entry text={t('cohorts.legend-running', 'period still running')}>
          <Hatch id={hatch} theme={theme} />
          <rect width={16} height={12} fill={colors[Math.floor(colors.length / 2)]} />
          <rect width={16} height={12} fill={`url(#${hatch})`} />
        </Entry>
      )}
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.entry}>
      <svg width={16} height={12} aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'center',
    columnGap: 12,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflow: 'hidden',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  entry: css({ display: 'flex', alignItems: 'center', gap: 5, height: 20, whiteSpace: 'nowrap' }),
});
