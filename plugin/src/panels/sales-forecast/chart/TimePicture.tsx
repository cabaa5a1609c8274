import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { GrafanaTheme2 } from '@grafana/data';
import React, { useEffect, useRef, useState } from 'react';
import { factsText, type Facts } from '../../../components/picture/facts';
import { FactsTooltip } from '../../../components/picture/FactsTooltip';
import { t } from '../../../language/t';
import { CrossHair, type HairDot } from './CrossHair';
import { paletteOf, type Palette } from './palette';
import type { Scales } from './scales';
import { indexAfterKey, nearestIndex } from './pointing';

interface Props {
  /** What the picture shows, for screen readers. */
  label: string;
  scales: Scales;
  /** The moments that can be pointed at, in their order. */
  times: readonly number[];
  /** Draws the picture; a new function where the drawing changes. */
  draw: (palette: Palette) => SVGElement | HTMLElement;
  describe: (index: number) => Facts;
  dots: (index: number, palette: Palette) => HairDot[];
  /** The moment that the keyboard begins at. */
  first: number;
  /** A moment that is pointed at in another picture. */
  shared?: number;
  /** Tells of the moment pointed at here; undefined: none. */
  onPoint?: (time: number | undefined) => void;
}

interface Pointed {
  index: number;
  x: number;
  y: number;
}

/**
 * A picture over time with its exact figures under the pointer. For the keyboard it is a slider over its moments: arrow keys go
 * to the next, page keys go further, Home and End to the ends, Escape puts the figures away.
 */
export function TimePicture({ label, scales, times, draw, describe, dots, first, shared, onPoint }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const canvas = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const [place, setPlace] = useState(first);
  // Another picture begins anew.
  useEffect(() => setPlace(first), [first]);
  const current = Math.min(Math.max(0, place), times.length - 1);

  useEffect(() => {
    canvas.current?.replaceChildren(draw(paletteOf(theme)));
  }, [draw, theme]);

  const point = (next: Pointed | undefined) => {
    setPointed(next);
    if (next) setPlace(next.index);
    onPoint?.(next && times[next.index]);
  };
  const pointAt = (index: number, element: HTMLElement) => {
    const { left, top } = element.getBoundingClientRect();
    point({ index, x: left + scales.x(times[index] ?? 0), y: top + scales.top });
  };
  const shown = pointed && pointed.index < times.length ? pointed.index : undefined;
  const hair = shown ?? (shared === undefined ? undefined : times.indexOf(shared));
  return (
    <div
      className={styles.box}
      style={{ width: scales.width, height: scales.height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={Math.max(0, current)}
      aria-valuetext={times.length > 0 ? factsText(describe(current)) : t('forecast.nothing', 'Nothing to show')}
      onPointerMove={({ clientX, clientY, currentTarget }) => {
        const index = nearestIndex(times, clientX - currentTarget.getBoundingClientRect().left, scales);
        if (index !== undefined) point({ index, x: clientX, y: clientY });
      }}
      onPointerLeave={() => point(undefined)}
      onFocus={({ currentTarget }) =>
        isByKeyboard(currentTarget) && times.length > 0 && pointAt(current, currentTarget)
      }
      onBlur={() => point(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') point(undefined);
        const index = indexAfterKey(event.key, current, times.length);
        if (index === undefined) return;
        event.preventDefault();
        pointAt(index, event.currentTarget);
      }}
    >
      <div ref={canvas} aria-hidden="true" />
      {hair !== undefined && hair >= 0 && (
        <CrossHair scales={scales} time={times[hair] ?? 0} dots={dots(hair, paletteOf(theme))} />
      )}
      {pointed && shown !== undefined && <FactsTooltip {...describe(shown)} x={pointed.x} y={pointed.y} />}
    </div>
  );
}

/** A click gives the focus too, and then the figures stand under the pointer already. */
function isByKeyboard(element: HTMLElement): boolean {
  return !element.matches(':hover');
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    position: 'relative',
    // Fingers move the page up and down, and the hair to the sides.
    touchAction: 'pan-y',
    borderRadius: theme.shape.radius.default,
    '& svg': { display: 'block' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
  }),
});
