import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  text: string;
  /** In pixels; lines that do not fit are cut, with all of them on hover. */
  height: number;
}

const LINE = 20;

/** The answer of a panel in a sentence. */
export function Summary({ text, height }: Props) {
  const styles = useStyles2(getStyles);
  const lines = Math.max(1, Math.floor(height / LINE));
  return (
    <p className={styles.summary} style={{ height, WebkitLineClamp: lines }} title={text}>
      {text}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  summary: css({
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    flexShrink: 0,
    margin: 0,
    overflow: 'hidden',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: `${LINE}px`,
  }),
});
