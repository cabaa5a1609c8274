import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { t } from '../../../language/t';
import { drawPicture, type Drawing } from './drawPicture';
import { Hotspot, type Pointed } from './Hotspot';
import { TileTooltip } from './TileTooltip';

interface Props extends Drawing {
  /** What the picture shows, for screen readers. */
  title: string;
  /** Absent: segments cannot be chosen. */
  onSelect?: (segment: string) => void;
}

/** A picture of tiles with, over each of them, a place to point at, to focus with the keyboard and to choose. */
export function Picture({ title, onSelect, ...drawing }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const canvas = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const { width, height, tiles, empty, axes, selected } = drawing;
  // Looked up at every drawing: the figures change under a pointer that rests.
  const pointedTile = tiles.find((tile) => tile.key === pointed?.key);

  useEffect(() => {
    canvas.current?.replaceChildren(drawPicture({ width, height, tiles, empty, axes, selected }, theme));
  }, [width, height, tiles, empty, axes, selected, theme]);

  return (
    <div className={styles.picture} style={{ width, height }} role="group" aria-label={title}>
      <div ref={canvas} aria-hidden="true" />
      {tiles.map((tile) => (
        <Hotspot
          key={tile.key}
          tile={tile}
          selected={selected.includes(tile.segment)}
          onPoint={setPointed}
          onSelect={onSelect}
        />
      ))}
      {pointed && pointedTile && (
        <TileTooltip
          tile={pointedTile}
          x={pointed.x}
          y={pointed.y}
          hint={onSelect && hintFor(selected.includes(pointedTile.segment))}
        />
      )}
    </div>
  );
}

function hintFor(selected: boolean): string {
  return selected
    ? t('segments.clickAll', 'Click to show all segments')
    : t('segments.clickOne', 'Click to show this segment only');
}

const getStyles = () => ({
  picture: css({ position: 'relative', svg: { display: 'block' } }),
});
