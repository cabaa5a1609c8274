import React, { useMemo } from 'react';
import { t } from '../../../language/t';
import type { SegmentsModel } from '../data/model';
import type { Size } from '../options';
import { Picture } from '../picture/Picture';
import { treemapTiles } from './tiles';
import { sizeName } from '../picture/segmentStyle';

interface Props {
  model: SegmentsModel;
  size: Size;
  width: number;
  height: number;
  selected: readonly string[];
  onSelect?: (segment: string) => void;
}

/** The segments as areas. */
export function TreemapView({ model, size, width, height, selected, onSelect }: Props) {
  const tiles = useMemo(() => treemapTiles(model.rows, size, width, height), [model, size, width, height]);
  return (
    <Picture
      title={t('segments.treemapTitle', 'RFM segments, areas by {{size}}', { size: sizeName(size) })}
      width={width}
      height={height}
      tiles={tiles}
      selected={selected}
      onSelect={onSelect}
    />
  );
}
