import { ReducerID, getFieldDisplayValues, VizOrientation, type PanelProps } from '@grafana/data';
import {
  LegendDisplayMode,
  SortOrder,
  TooltipDisplayMode,
  type OptionsWithTooltip,
  type SingleStatBaseOptions,
  type VizLegendOptions,
} from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { PanelKind } from './panelKind';
import { toldApart } from './toldApart';
import { PieDrawing } from './pieDrawing';
import { legendItems, slicesOf, type LegendValue } from './pieSlices';
import { BY_PALETTE } from './thresholds';

interface Options extends SingleStatBaseOptions, OptionsWithTooltip {
  pieType: 'pie' | 'donut';
  sort: SortOrder;
  displayLabels: LegendValue[];
  legend: VizLegendOptions & { values?: LegendValue[] };
}

const DEFAULTS: Options = {
  pieType: 'pie',
  sort: SortOrder.Descending,
  displayLabels: [],
  legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [], values: [] },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
  orientation: VizOrientation.Auto,
  reduceOptions: { calcs: [ReducerID.lastNotNull], fields: '', values: false },
};

/** Below this width (px) a legend at the side would leave no room for the circle, or lose its columns. */
const ROOM_BESIDE = 400;

/** Shares of a whole, with Grafana's own legend. */
export function PieChartPanel({
  data,
  fieldConfig,
  options,
  replaceVariables,
  timeZone,
  width,
  height,
  title,
}: PanelProps<Options>) {
  const theme = useTheme2();
  const slices = useMemo(() => {
    const { reduceOptions } = options;
    const values = getFieldDisplayValues({
      fieldConfig,
      reduceOptions,
      data: data.series,
      theme,
      replaceVariables,
      timeZone,
    });
    return slicesOf(toldApart(values, theme), options.sort);
  }, [data.series, fieldConfig, options, replaceVariables, theme, timeZone]);
  const { legend } = options;
  const placement = width < ROOM_BESIDE ? 'bottom' : legend.placement;
  const items = legendItems(slices, legend.values ?? []);
  return (
    <VizLayout
      width={width}
      height={height}
      legend={
        legend.showLegend ? (
          <VizLayout.Legend placement={placement} maxHeight="45%" maxWidth="55%">
            <VizLegend items={items} placement={placement} displayMode={legend.displayMode} isSortable={false} />
          </VizLayout.Legend>
        ) : null
      }
    >
      {(innerWidth, innerHeight) => (
        <PieDrawing
          slices={slices}
          donut={options.pieType === 'donut'}
          labels={options.displayLabels}
          title={title}
          width={innerWidth}
          height={innerHeight}
        />
      )}
    </VizLayout>
  );
}

export const pieChart: PanelKind = { component: PieChartPanel, options: { ...DEFAULTS }, fieldConfig: BY_PALETTE };
