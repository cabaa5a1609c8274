import type { DataFrame, FieldConfig, PanelProps } from '@grafana/data';
import {
  AxisColorMode,
  AxisPlacement,
  BarAlignment,
  GraphDrawStyle,
  GraphGradientMode,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LineInterpolation,
  ScaleDistribution,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  type GraphFieldConfig,
  type OptionsWithLegend,
  type OptionsWithTooltip,
} from '@grafana/schema';
import { KeyboardPlugin, TimeSeries, TooltipPlugin2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { PanelKind } from './panelKind';
import { PlotMargin } from './plotMargin';
import { BY_PALETTE } from './thresholds';
import { TimeSeriesTooltip } from './timeSeriesTooltip';

type Options = OptionsWithLegend & OptionsWithTooltip;

const DEFAULTS: Options = {
  legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

const CUSTOM: GraphFieldConfig = {
  drawStyle: GraphDrawStyle.Line,
  lineInterpolation: LineInterpolation.Linear,
  lineWidth: 1,
  fillOpacity: 0,
  gradientMode: GraphGradientMode.None,
  showPoints: VisibilityMode.Auto,
  pointSize: 5,
  spanNulls: false,
  barAlignment: BarAlignment.Center,
  barWidthFactor: 0.6,
  axisPlacement: AxisPlacement.Auto,
  axisColorMode: AxisColorMode.Text,
  axisBorderShow: false,
  axisCenteredZero: false,
  scaleDistribution: { type: ScaleDistribution.Linear },
  stacking: { mode: StackingMode.None, group: 'A' },
  thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
};

const FIELD_CONFIG: FieldConfig = { ...BY_PALETTE, custom: CUSTOM };

/** TooltipHoverMode of @grafana/ui, which it declares but does not export: `xOne` and `xAll`. */
const HOVER_ONE = 0;
const HOVER_ALL = 1;

/** Lines, areas or bars over time, drawn by Grafana's own TimeSeries; a drag over the picture zooms. */
export function TimeSeriesPanel(props: PanelProps<Options>) {
  const { data, options, width, height, timeRange, timeZone, onChangeTimeRange } = props;
  const frames = useMemo(
    () => data.series.filter((frame) => frame.fields.some((field) => field.type === 'time')).map(withLonePoints),
    [data.series],
  );
  const { mode } = options.tooltip;
  if (frames.length === 0) return null;
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, frame) => (
        <>
          <PlotMargin config={config} />
          <KeyboardPlugin config={config} />
          {mode !== TooltipDisplayMode.None && (
            <TooltipPlugin2
              config={config}
              hoverMode={mode === TooltipDisplayMode.Multi ? HOVER_ALL : HOVER_ONE}
              queryZoom={onChangeTimeRange}
              render={(_plot, rows, nearest) => (
                <TimeSeriesTooltip
                  frame={frame}
                  rows={rows}
                  nearest={nearest}
                  options={options.tooltip}
                  timeZone={timeZone}
                />
              )}
            />
          )}
        </>
      )}
    </TimeSeries>
  );
}

/** A line through one point is no line: a shop's first day would look like a shop without sales. */
export function withLonePoints(frame: DataFrame): DataFrame {
  const fields = frame.fields.map((field) => {
    const alone = field.type !== 'time' && field.values.filter((value) => value !== null).length === 1;
    if (!alone) return field;
    const custom = { ...field.config.custom, showPoints: VisibilityMode.Always, pointSize: 8 };
    return { ...field, config: { ...field.config, custom } };
  });
  return { ...frame, fields };
}

export const timeSeries: PanelKind = {
  component: TimeSeriesPanel,
  options: { ...DEFAULTS },
  fieldConfig: FIELD_CONFIG,
};
