import { css } from '@emotion/css';
import type { DataFrame, FieldConfig, PanelProps } from '@grafana/data';
import {
  TableCellDisplayMode,
  TableCellHeight,
  type TableFieldOptions,
  type TableSortByFieldState,
} from '@grafana/schema';
import { Table, useTheme2 } from '@grafana/ui';
import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { withFittingColumns } from './fittingColumns';
import { measureOf } from './measure';
import type { PanelKind } from './panelKind';
import { PaperTable } from './paperTable';
import { makeReachable } from './reachableTable';

interface Options {
  frameIndex: number;
  showHeader: boolean;
  cellHeight: TableCellHeight;
  sortBy?: TableSortByFieldState[];
  footer?: { show: boolean; reducer: string[]; fields?: string[]; enablePagination?: boolean; countRows?: boolean };
}

const DEFAULTS: Options = { frameIndex: 0, showHeader: true, cellHeight: TableCellHeight.Sm };

const CUSTOM: Partial<TableFieldOptions> = { cellOptions: { type: TableCellDisplayMode.Auto } };

export const TABLE_FIELD_CONFIG: FieldConfig = { custom: { ...CUSTOM } };

/**
 * Rows and columns, drawn by Grafana's Table: sorted by a click on a column's name. (Its newer TableNG compiles code at run
 * time, which the page's content security policy rightly refuses.)
 */
export function TablePanel({ data, options, width, height, title, timeRange, fieldConfig }: PanelProps<Options>) {
  const given: DataFrame | undefined = data.series[options.frameIndex] ?? data.series[0];
  const { fontSize } = useTheme2().typography;
  // Kept here, as the reader has chosen it: every new answer would otherwise sort the table as it was at first.
  const [sortBy, setSortBy] = useState(options.sortBy ?? []);
  const sort = useCallback((next: readonly TableSortByFieldState[]) => {
    // Told while the table is being drawn, and also when a column was made wider, which would then be lost.
    queueMicrotask(() => setSortBy((before) => (isSame(before, next) ? before : [...next])));
  }, []);
  const frame = useMemo(() => {
    const sorted = sortBy.map(({ displayName }) => displayName);
    return given && withFittingColumns(given, width, sorted, measureOf(fontSize));
  }, [given, width, sortBy, fontSize]);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => makeReachable(ref.current, sortBy));
  if (!frame) return null;
  return (
    <div ref={ref} className={CUT_WITH_DOTS}>
      <Table
        ariaLabel={title}
        data={frame}
        width={width}
        height={height}
        noHeader={!options.showHeader}
        cellHeight={options.cellHeight}
        initialSortBy={sortBy}
        onSortByChange={sort}
        footerOptions={options.footer?.show ? options.footer : undefined}
        enablePagination={options.footer?.enablePagination}
        timeRange={timeRange}
        fieldConfig={fieldConfig}
        columnMinWidth={100}
      />
    </div>
  );
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Grafana's Table lays cells and names out as flex boxes, in which a text that is too long just ends somewhere. */
const CUT_WITH_DOTS = css({
  '[role=cell]:not(:has(*))': { display: 'block', alignContent: 'center' },
  '[role=columnheader] button > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
});

export const table: PanelKind = {
  component: TablePanel,
  onPaper: PaperTable,
  options: { ...DEFAULTS },
  fieldConfig: TABLE_FIELD_CONFIG,
};
