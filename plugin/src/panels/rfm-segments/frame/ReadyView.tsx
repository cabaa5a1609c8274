import { css } from '@emotion/css';
import React, { useEffect, useState } from 'react';
import type { SegmentsModel } from '../data/model';
import { GridView } from '../grid/GridView';
import { Legend } from '../legend/Legend';
import type { SegmentsOptions } from '../options';
import { SegmentTable } from '../table/SegmentTable';
import { TreemapView } from '../treemap/TreemapView';
import { divide, isTooSmall } from './divide';
import { Toolbar } from './Toolbar';

interface Props {
  model: SegmentsModel;
  options: SegmentsOptions;
  width: number;
  height: number;
  selected: readonly string[];
  onSelect?: (segment: string | null) => void;
}

const column = css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' });

/** The segments with what goes around them: a toolbar above, a legend below, each where there is room. */
export function ReadyView({ model, options, width, height, selected, onSelect }: Props) {
  const [view, setView] = useState(options.view);
  const [size, setSize] = useState(options.size);
  useEffect(() => setView(options.view), [options.view]);
  useEffect(() => setSize(options.size), [options.size]);

  const choose = onSelect && ((segment: string) => onSelect(isOnly(segment, selected) ? null : segment));
  if (isTooSmall(width, height)) {
    return <Legend rows={model.rows} size={size} selected={selected} height={height} onSelect={choose} />;
  }
  const withLegend = options.showLegend && view !== 'table';
  const parts = divide({ rows: model.rows, size, width, height, withLegend });
  const common = { selected, onSelect: choose, height: parts.picture };
  const picture = { ...common, model, size, width };
  return (
    <div className={column} style={{ width, height }}>
      {parts.toolbar > 0 && (
        <Toolbar width={width} view={view} size={size} asOf={model.asOf} onView={setView} onSize={setSize} />
      )}
      {view === 'treemap' && <TreemapView {...picture} />}
      {view === 'grid' && <GridView {...picture} />}
      {view === 'table' && <SegmentTable rows={model.rows} {...common} />}
      {parts.legend > 0 && (
        <Legend rows={model.rows} size={size} selected={selected} height={parts.legend} onSelect={choose} />
      )}
    </div>
  );
}

function isOnly(segment: string, selected: readonly string[]): boolean {
  return selected.length === 1 && selected[0] === segment;
}
