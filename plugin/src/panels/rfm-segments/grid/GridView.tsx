import React, { useMemo } from 'react';
import { t } from '../../../language/t';
import type { SegmentsModel } from '../data/model';
import { Message } from '../../../components/panel/Message';
import type { Size } from '../options';
import { Picture } from '../picture/Picture';
import { axisTexts, emptyBoxes, gridTiles } from './tiles';
import { sizeName } from '../picture/segmentStyle';

interface Props {
  model: SegmentsModel;
  size: Size;
  width: number;
  height: number;
  selected: readonly string[];
  onSelect?: (segment: string) => void;
}

/** Customers by recency and frequency score, each cell in the colour of its segment. */
export function GridView({ model, size, width, height, selected, onSelect }: Props) {
  const drawing = useMemo(
    () => ({
      tiles: gridTiles(model, size, width, height),
      empty: emptyBoxes(model.cells ?? [], width, height),
      axes: axisTexts(width, height),
    }),
    [model, size, width, height],
  );
  if (model.cells === null) {
    return (
      <Message
        icon="table"
        title={t('segments.noScores', 'The scores are missing')}
        width={width}
        height={height}
        alert
      >
        {t(
          'segments.noScoresHelp',
          'This view needs the frame rfm_grid with recency_score and frequency_score, which the query "RFM segments" without a measure returns.',
        )}
      </Message>
    );
  }
  return (
    <Picture
      title={t('segments.gridTitle', 'Customers by recency and frequency score, {{size}}', { size: sizeName(size) })}
      width={width}
      height={height}
      selected={selected}
      onSelect={onSelect}
      {...drawing}
    />
  );
}
