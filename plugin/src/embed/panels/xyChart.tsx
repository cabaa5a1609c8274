import type { PanelProps } from '@grafana/data';
import { LegendDisplayMode, type OptionsWithLegend } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { PanelKind } from './panelKind';
import { BY_PALETTE } from './thresholds';
import { XyDrawing } from './xyDrawing';
import { xySeriesOf } from './xySeries';

interface Options extends OptionsWithLegend {
  series: unknown;
}

const DEFAULTS: Options = {
  series: [],
  legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
};

/** Points and lines over two numbers, mapped by hand; each point has its exact values on hover. */
export function XyChartPanel({ data, options, width, height, title }: PanelProps<Options>) {
  const theme = useTheme2();
  const series = useMemo(() => xySeriesOf(data.series, options.series, theme), [data.series, options.series, theme]);
  if (series.length === 0) return null;
  const items = series.map(({ name, color }) => ({ label: name, color, yAxis: 1, getItemKey: () => name }));
  const legend = options.legend.showLegend ? (
    <VizLayout.Legend placement="bottom" maxHeight="35%">
      <VizLegend items={items} placement="bottom" displayMode={options.legend.displayMode} isSortable={false} />
    </VizLayout.Legend>
  ) : null;
  return (
    <VizLayout width={width} height={height} legend={legend}>
      {(innerWidth, innerHeight) => <XyDrawing series={series} label={title} width={innerWidth} height={innerHeight} />}
    </VizLayout>
  );
}

export const xyChart: PanelKind = { component: XyChartPanel, options: { ...DEFAULTS }, fieldConfig: BY_PALETTE };
