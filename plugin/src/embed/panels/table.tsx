import { css } from '@emotion/css';
import type { DataFrame, FieldConfig, PanelProps } from '@grafana/data';
import {
  TableCellDisplayMode,
  TableCellHeight,
  type TableFieldOptions,
  type TableSortByFieldState,
} from '@grafana/schema';
import { measureText, Table, useTheme2 } from '@grafana/ui';
import React, { useEffect, useMemo, useRef } from 'react';
import { t } from '../../language/t';
import { withFittingColumns } from './fittingColumns';
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
  const given: DataFrame | undefined = data.series[options.frameIndex] ?? data.series[0];
  const { fontSize } = useTheme2().typography;
  const frame = useMemo(() => {
    const sorted = (options.sortBy ?? []).map(({ displayName }) => displayName);
    const measure = (text: string, weight: number): number =>
      measureText(text, fontSize, weight).width + text.length * LETTER_SPACING * fontSize;
    return given && withFittingColumns(given, width, sorted, measure);
  }, [given, width, options.sortBy, fontSize]);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => makeReachable(ref.current));
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

/** Of Grafana's body text, in em, which a measured text does not have. */
const LETTER_SPACING = 0.011;

/** Grafana's Table lays cells and names out as flex boxes, in which a text that is too long just ends somewhere. */
const CUT_WITH_DOTS = css({
  '[role=cell]:not(:has(*))': { display: 'block', alignContent: 'center' },
  '[role=columnheader] button > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/**
 * What Grafana's Table leaves out: without it, a reader with a keyboard or a screen reader misses rows and filters, and some
 * of its words stay in English whatever the language.
 */
function makeReachable(table: HTMLElement | null): void {
  // The table scrolls sideways as a whole, and within it the rows scroll up and down.
  for (const rows of table?.querySelectorAll<HTMLElement>('.scrollbar-view .scrollbar-view') ?? []) {
    rows.tabIndex = 0;
    rows.role = 'rowgroup';
  }
  for (const header of table?.querySelectorAll('[role=columnheader]') ?? []) {
    const filter = [...header.querySelectorAll('button')].find((button) => button.textContent === '');
    header.querySelector('[title="Toggle SortBy"]')?.setAttribute('title', t('embed.sort', 'Change the order'));
    filter?.setAttribute('aria-label', t('embed.filterColumn', 'Filter {{column}}', { column: header.textContent }));
  }
}

export const table: PanelKind = { component: TablePanel, options: { ...DEFAULTS }, fieldConfig: TABLE_FIELD_CONFIG };
