import type { FieldConfig, PanelProps } from '@grafana/data';
import { LegendDisplayMode, StackingMode, type OptionsWithLegend } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import React, { useMemo } from 'react';
import { BarDrawing } from './barDrawing';
import { barsOf, type Bars } from './barSeries';
import type { PanelKind } from './panelKind';
import { BY_PALETTE } from './thresholds';

interface Options extends OptionsWithLegend {
  xField?: string;
  stacking: StackingMode;
  showValue: 'auto' | 'always' | 'never';
  groupWidth: number;
}

const DEFAULTS: Options = {
  stacking: StackingMode.None,
  showValue: 'auto',
  groupWidth: 0.7,
  legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
};

const FIELD_CONFIG: FieldConfig = { ...BY_PALETTE, min: 0 };

/** Upright bars by category, beside each other or stacked; each category has its exact values on hover. */
export function BarChartPanel({ data, options, width, height, title }: PanelProps<Options>) {
  const theme = useTheme2();
  const bars = useMemo(() => barsOf(data.series[0], options.xField, theme), [data.series, options.xField, theme]);
  if (!bars || bars.categories.length === 0) return null;
  const { legend } = options;
  return (
    <VizLayout
      width={width}
      height={height}
      legend={
        legend.showLegend ? (
          <VizLayout.Legend placement="bottom" maxHeight="35%">
            <VizLegend items={legendOf(bars)} placement="bottom" displayMode={legend.displayMode} isSortable={false} />
          </VizLayout.Legend>
        ) : null
      }
    >
      {(innerWidth, innerHeight) => (
        <BarDrawing
          bars={bars}
          stacked={options.stacking === StackingMode.Normal}
          values={options.showValue !== 'never'}
          share={options.groupWidth}
          label={title}
          width={innerWidth}
          height={innerHeight}
        />
      )}
    </VizLayout>
  );
}

function legendOf({ series }: Bars): VizLegendItem[] {
  return series.map(({ name, color }) => ({ label: name, color, yAxis: 1, getItemKey: () => name }));
}

export const barChart: PanelKind = { component: BarChartPanel, options: { ...DEFAULTS }, fieldConfig: FIELD_CONFIG };
