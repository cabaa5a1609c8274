import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { cellAt, holds, type Cell, type Place } from './cellMoves';
import { factsText, type Facts } from './facts';
import { FactsTooltip } from './FactsTooltip';
import { useCellKeys } from './useCellKeys';

interface Props<One extends Cell> {
  /** What the picture shows, for screen readers. */
  label: string;
  width: number;
  height: number;
  cells: readonly One[];
  factsOf: (cell: One) => Facts;
  /** The cell that the keyboard reaches first; absent: the first. */
  firstCell?: string;
  /** The chosen cell's key. */
  chosen?: string;
  /** Absent: cells cannot be chosen. */
  onChoose?: (cell: One) => void;
  /** What choosing a cell does. */
  hintFor?: (cell: One) => string;
  /** The drawing: children of an SVG, one unit a pixel. */
  children: ReactNode;
}

interface Pointed {
  key: string;
  /** In pixels of the window. */
  x: number;
  y: number;
  /** True for the cell's second place. */
  beside: boolean;
}

/**
 * A drawing of many cells that can be pointed at, reached with the keyboard and chosen: Tab goes to one of them, arrows go
 * through rows and columns. Only the cell that is reached, and the one that is pointed at, are elements of the page, so that
 * thousands of them cost nothing.
 */
export function CellPicture<One extends Cell>(props: Props<One>) {
  const { label, width, height, cells, factsOf, firstCell, chosen, onChoose, hintFor, children } = props;
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const { current, reach } = useCellKeys(box, cells, firstCell);
  // Looked up at every drawing: the figures change under a pointer that rests.
  const under = pointed && cells.find(({ key }) => key === pointed.key);
  const marked = cells.find(({ key }) => key === chosen);
  const choose = (cell: One) => {
    reach(cell);
    onChoose?.(cell);
  };
  return (
    <div
      ref={box}
      className={styles.box}
      style={{ width, height }}
      role="group"
      aria-label={label}
      onMouseMove={(event) => setPointed(pointedIn(cells, event))}
      onMouseLeave={() => setPointed(undefined)}
    >
      <svg className={styles.drawing} width={width} height={height} aria-hidden="true">
        {children}
      </svg>
      {marked && <div className={styles.chosen} style={placeOf(marked)} />}
      {current && (
        <ReachedCell
          key={current.key}
          cell={current}
          label={factsText(factsOf(current))}
          chosen={current.key === chosen}
          onChoose={onChoose && (() => choose(current))}
          onPoint={setPointed}
        />
      )}
      {under && <PointedCell place={placeUnder(under, pointed)} onChoose={onChoose && (() => choose(under))} />}
      {under && <FactsTooltip {...factsOf(under)} hint={onChoose && hintFor?.(under)} x={pointed.x} y={pointed.y} />}
    </div>
  );
}

interface ReachedProps {
  cell: Cell;
  label: string;
  chosen: boolean;
  onChoose?: () => void;
  onPoint: (pointed: Pointed | undefined) => void;
}

/** The cell that the keyboard has reached: a button where cells can be chosen, else an image. */
function ReachedCell({ cell, label, chosen, onChoose, onPoint }: ReachedProps) {
  const styles = useStyles2(getStyles);
  const focus = (element: Element) => {
    const { left, top } = element.getBoundingClientRect();
    onPoint({ key: cell.key, x: left + cell.width / 2, y: top + cell.height / 2, beside: false });
  };
  const common = {
    className: styles.cell,
    style: placeOf(cell),
    'aria-label': label,
    'data-reached': '',
    onFocus: ({ currentTarget }: { currentTarget: Element }) => focus(currentTarget),
    onBlur: () => onPoint(undefined),
  };
  if (!onChoose) return <div {...common} role="img" tabIndex={0} />;
  return <button {...common} type="button" aria-pressed={chosen} onClick={onChoose} />;
}

/** The cell under the pointer, which takes its click. */
function PointedCell({ place, onChoose }: { place: Place; onChoose?: () => void }) {
  const styles = useStyles2(getStyles);
  const common = { className: styles.pointed, style: placeOf(place), 'aria-hidden': true };
  if (!onChoose) return <div {...common} />;
  return <button {...common} type="button" tabIndex={-1} onClick={onChoose} />;
}

function pointedIn(cells: readonly Cell[], { clientX, clientY, currentTarget }: MouseEvent): Pointed | undefined {
  const { left, top } = currentTarget.getBoundingClientRect();
  const [x, y] = [clientX - left, clientY - top];
  const cell = cellAt(cells, x, y);
  return cell && { key: cell.key, x: clientX, y: clientY, beside: !holds(cell, x, y) };
}

const placeUnder = (cell: Cell, { beside }: Pointed): Place => (beside ? (cell.also ?? cell) : cell);
const placeOf = ({ left, top, width, height }: Place) => ({ left, top, width, height });

const getStyles = (theme: GrafanaTheme2) => {
  const mark = {
    position: 'absolute',
    padding: 0,
    border: 'none',
    background: 'transparent',
    borderRadius: 2,
  } as const;
  const ring = `inset 0 0 0 2px ${theme.colors.text.maxContrast}`;
  return {
    box: css({ position: 'relative', flexShrink: 0 }),
    drawing: css({ display: 'block', overflow: 'visible', fontFamily: theme.typography.fontFamily, fontSize: 12 }),
    cell: css(mark, {
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1, boxShadow: ring },
    }),
    pointed: css(mark, { boxShadow: ring, 'button&': { cursor: 'pointer' } }),
    chosen: css(mark, { pointerEvents: 'none', outline: `2px solid ${theme.colors.primary.main}`, boxShadow: ring }),
  };
};
