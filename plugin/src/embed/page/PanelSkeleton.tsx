import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** The panel's type. */
  type: string;
  /** Of the panel's inside, in px. */
  height: number;
}

/** Heights in px of the grey shapes that stand where the picture will be: of the panel's own room, so nothing jumps. */
const LINE = 20;
const GAP = 12;
const NUMBER = [14, 34];

/** What stands in a panel until its first answer is there. Its frame says that it is busy, so readers aloud skip this. */
export function PanelSkeleton({ type, height }: Props) {
  const styles = useStyles2(stylesOf);
  return (
    <div aria-hidden className={styles.all} style={{ height }}>
      {shapesOf(type, height).map(([width, shape], i) => (
        <div key={i} className={styles.shape} style={{ width, height: shape }} />
      ))}
    </div>
  );
}

/** Width and height of each shape: a number, lines of text, rows of a table, or one large picture. */
function shapesOf(type: string, height: number): [string, number][] {
  if (type === 'stat') return NUMBER.map((shape, i) => [i === 0 ? '40%' : '60%', shape]);
  if (type === 'text') return lines(2, height);
  if (type === 'table') return lines(8, height);
  return [['100%', Math.max(LINE, height - GAP)]];
}

function lines(most: number, height: number): [string, number][] {
  const count = Math.max(1, Math.min(most, Math.floor(height / (LINE + GAP))));
  return Array.from({ length: count }, (_, i) => [i === count - 1 ? '70%' : '100%', LINE]);
}

const breathe = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.45 } });

const stylesOf = (theme: GrafanaTheme2) => ({
  all: css({ display: 'flex', flexDirection: 'column', gap: GAP, overflow: 'hidden' }),
  shape: css({
    flexShrink: 0,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    [theme.transitions.handleMotion('no-preference')]: { animation: `${breathe} 1.8s ease-in-out infinite` },
  }),
});
