import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useRef, useState, type ReactNode } from 'react';
import { factsText, type Facts } from './facts';
import { FactsTooltip } from './FactsTooltip';
import { useArrowKeys } from './useArrowKeys';

/** A place in a picture that says something when it is pointed at or focused; in pixels of the picture. */
export interface Spot extends Facts {
  key: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Props {
  /** What the picture shows, for screen readers. */
  label: string;
  width: number;
  height: number;
  spots: readonly Spot[];
  /** The spot that the keyboard reaches first; absent: the first. */
  firstSpot?: string;
  /** The drawing: children of an SVG, one unit a pixel. */
  children: ReactNode;
}

interface Pointed {
  key: string;
  x: number;
  y: number;
}

/** A drawing whose parts can be pointed at, and reached with the keyboard: Tab goes to the picture, arrows go through it. */
export function SpotPicture({ label, width, height, spots, firstSpot, children }: Props) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const first = Math.max(
    0,
    spots.findIndex(({ key }) => key === firstSpot),
  );
  const current = Math.min(useArrowKeys(box, first), spots.length - 1);
  const pointedSpot = spots.find(({ key }) => key === pointed?.key);
  return (
    <div ref={box} className={styles.box} style={{ width, height }} role="group" aria-label={label}>
      <svg className={styles.drawing} width={width} height={height} aria-hidden="true">
        {children}
      </svg>
      {spots.map((spot, index) => (
        <div
          key={spot.key}
          className={styles.spot}
          style={{ left: spot.left, top: spot.top, width: spot.width, height: spot.height }}
          role="img"
          aria-label={factsText(spot)}
          tabIndex={index === current ? 0 : -1}
          onMouseMove={({ clientX, clientY }) => setPointed({ key: spot.key, x: clientX, y: clientY })}
          onMouseLeave={() => setPointed(undefined)}
          onFocus={({ currentTarget }) => setPointed({ key: spot.key, ...middleOf(currentTarget) })}
          onBlur={() => setPointed(undefined)}
        />
      ))}
      {pointed && pointedSpot && <FactsTooltip {...pointedSpot} x={pointed.x} y={pointed.y} />}
    </div>
  );
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ position: 'relative' }),
  drawing: css({ display: 'block', overflow: 'visible', fontFamily: theme.typography.fontFamily, fontSize: 12 }),
  spot: css({
    position: 'absolute',
    borderRadius: 3,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
  }),
});
