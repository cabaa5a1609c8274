import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { arrange, GAP } from './arrange';
import { Cell } from './Cell';

export interface CellText {
  name: string;
  text: string;
  detail: string;
}

interface Props {
  label: string;
  cells: readonly CellText[];
  /** As set for the panel; 0: as many as can be read. */
  columns: number;
  width: number;
  height: number;
  onEnlarge: (name: string) => void;
  draw: (index: number, box: { width: number; height: number }) => ReactNode;
}

/** So many are drawn before anything is known of what is in sight. */
const AT_ONCE = 8;

/** Small pictures in a grid; what does not fit is scrolled. */
export function CellGrid({ label, cells, columns: asked, width, height, onEnlarge, draw }: Props) {
  const styles = useStyles2(getStyles);
  const { columns, cell, scrolls } = arrange(cells.length, asked, width, height);
  return (
    // What scrolls must be reachable with the keyboard.
    <div
      className={scrolls ? styles.scroll : undefined}
      style={{ width, height }}
      role="group"
      aria-label={label}
      tabIndex={scrolls ? 0 : -1}
    >
      <ul className={styles.grid} style={{ gridTemplateColumns: `repeat(${columns}, ${cell.width}px)` }}>
        {cells.map((one, index) => (
          <Cell key={one.name} {...one} {...cell} atOnce={index < AT_ONCE} onEnlarge={() => onEnlarge(one.name)}>
            {(inner) => draw(index, { width: cell.width, height: inner })}
          </Cell>
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const paper = theme.colors.background.primary;
  const shade = theme.isLight ? 'rgba(0, 0, 0, 0.2)' : 'rgba(255, 255, 255, 0.22)';
  return {
    scroll: css({
      overflowX: 'hidden',
      overflowY: 'auto',
      scrollbarWidth: 'thin',
      // A shade where more can be scrolled to; at the ends paper that moves along covers it.
      background: [
        `linear-gradient(${paper} 40%, transparent) top / 100% 32px no-repeat local`,
        `linear-gradient(transparent, ${paper} 60%) bottom / 100% 32px no-repeat local`,
        `linear-gradient(${shade}, transparent) top / 100% 12px no-repeat scroll`,
        `linear-gradient(transparent, ${shade}) bottom / 100% 12px no-repeat scroll`,
      ].join(', '),
    }),
    grid: css({ display: 'grid', gap: GAP, margin: 0, padding: 0, listStyle: 'none' }),
  };
};
