import type { DataFrame, FieldConfig, PanelProps } from '@grafana/data';
import {
  TableCellDisplayMode,
  TableCellHeight,
  type TableFieldOptions,
  type TableSortByFieldState,
} from '@grafana/schema';
import { Table } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { t } from '../../language/t';
import type { PanelKind } from './panelKind';

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
  const frame: DataFrame | undefined = data.series[options.frameIndex] ?? data.series[0];
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => makeReachable(ref.current));
  if (!frame) return null;
  return (
    <div ref={ref}>
      <Table
        ariaLabel={title}
        data={frame}
        width={width}
        height={height}
        noHeader={!options.showHeader}
        cellHeight={options.cellHeight}
        initialSortBy={options.sortBy}
        footerOptions={options.footer?.show ? options.footer : undefined}
        enablePagination={options.footer?.enablePagination}
        timeRange={timeRange}
        fieldConfig={fieldConfig}
        columnMinWidth={100}
      />
    </div>
  );
}

/** What Grafana's Table leaves out: without it, a reader with a keyboard or a screen reader misses rows and filters. */
function makeReachable(table: HTMLElement | null): void {
  // The table scrolls sideways as a whole, and within it the rows scroll up and down.
  for (const rows of table?.querySelectorAll<HTMLElement>('.scrollbar-view .scrollbar-view') ?? []) {
    rows.tabIndex = 0;
    rows.role = 'rowgroup';
  }
  for (const header of table?.querySelectorAll('[role=columnheader]') ?? []) {
    const filter = [...header.querySelectorAll('button')].find((button) => button.textContent === '');
    filter?.setAttribute('aria-label', t('embed.filterColumn', 'Filter {{column}}', { column: header.textContent }));
  }
}

export const table: PanelKind = { component: TablePanel, options: { ...DEFAULTS }, fieldConfig: TABLE_FIELD_CONFIG };
