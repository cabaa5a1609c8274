import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, type MouseEvent } from 'react';
import type { Tile } from './tile';

/** Which tile is pointed at, and where, in pixels of the window. */
export interface Pointed {
  key: string;
  x: number;
  y: number;
}

interface Props {
  tile: Tile;
  selected: boolean;
  onPoint: (pointed: Pointed | undefined) => void;
  onSelect?: (segment: string) => void;
}

/** The place over a tile that takes the pointer and the keyboard: a button where segments can be chosen, else an image. */
export function Hotspot({ tile, selected, onPoint, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const { key, left, top, width, height, description, segment } = tile;
  const place = {
    className: styles.hotspot,
    style: { left, top, width, height },
    'aria-label': description,
    onMouseMove: ({ clientX, clientY }: MouseEvent) => onPoint({ key, x: clientX, y: clientY }),
    onMouseLeave: () => onPoint(undefined),
    onFocus: ({ currentTarget }: FocusEvent) => onPoint({ key, ...middleOf(currentTarget) }),
    onBlur: () => onPoint(undefined),
  };
  if (!onSelect) return <div {...place} role="img" tabIndex={0} />;
  return <button {...place} type="button" aria-pressed={selected} onClick={() => onSelect(segment)} />;
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  hotspot: css({
    position: 'absolute',
    padding: 0,
    border: 'none',
    background: 'transparent',
    borderRadius: 3,
    'button&': { cursor: 'pointer' },
    '&:hover': { boxShadow: `inset 0 0 0 2px ${theme.colors.text.maxContrast}` },
    '&:focus-visible': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: 1,
      boxShadow: `inset 0 0 0 2px ${theme.colors.text.maxContrast}`,
    },
    '&[aria-pressed=true]': { boxShadow: `inset 0 0 0 2px ${theme.colors.text.maxContrast}` },
  }),
});
