import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { textWidth } from '../picture/textWidth';

interface Props {
  text: string;
  /** In pixels; lines that do not fit are cut, with all of them on hover. */
  height: number;
}

const LINE = 20;
const FONT = 14;
const MOST_LINES = 4;
const BELOW = 4;

/** The height (px) that a sentence takes at a width, with the gap below it; a very long one is cut. */
export function summaryHeight(text: string, width: number): number {
  const lines = Math.ceil((textWidth(text, FONT) * 0.95) / Math.max(1, width));
  return Math.min(MOST_LINES, Math.max(1, lines)) * LINE + BELOW;
}

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
