import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { SeriesTable, Tooltip, useStyles2 } from '@grafana/ui';
import { arc, pie, type PieArcDatum } from 'd3-shape';
import React from 'react';
import { percent, type LegendValue, type Slice } from './pieSlices';

interface Props {
  slices: readonly Slice[];
  donut: boolean;
  /** What stands in the slices that have room for it. */
  labels: readonly LegendValue[];
  title: string;
  width: number;
  height: number;
}

/** Below this share a label would not fit into its slice. */
const LABEL_SHARE = 0.06;
const MARGIN = 4;

/** The circle itself; each slice has its exact values on hover, and screen readers get the whole as a sentence. */
export function PieDrawing({ slices, donut, labels, title, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const radius = Math.max(0, Math.min(width, height) / 2 - MARGIN);
  const angles = pie<Slice>()
    .value((slice) => slice.value)
    .sort(null)([...slices]);
  const shape = arc<PieArcDatum<Slice>>()
    .innerRadius(donut ? radius * 0.6 : 0)
    .outerRadius(radius);
  const middle = arc<PieArcDatum<Slice>>()
    .innerRadius(radius * (donut ? 0.6 : 0.45))
    .outerRadius(radius);
  const described = `${title}: ${slices.map(describe).join(', ')}`;
  return (
    <svg width={width} height={height} role="img" aria-label={described}>
      <g transform={`translate(${width / 2},${height / 2})`}>
        {angles.map((angle) => (
          <Tooltip key={angle.data.name} content={<SeriesTable series={[tooltipRow(angle.data)]} />}>
            <path d={shape(angle) ?? ''} fill={angle.data.color} className={styles.slice} />
          </Tooltip>
        ))}
        {labels.length > 0 &&
          angles
            .filter(({ data }) => data.share >= LABEL_SHARE)
            .map((angle) => (
              <text
                key={angle.data.name}
                transform={`translate(${middle.centroid(angle).join(',')})`}
                className={styles.label}
              >
                {labels.map((label) => labelText(angle.data, label)).join(' ')}
              </text>
            ))}
      </g>
    </svg>
  );
}

function labelText(slice: Slice, label: LegendValue): string {
  return { name: slice.name, percent: percent(slice.share), value: slice.text }[label];
}

function describe(slice: Slice): string {
  return `${slice.name} ${percent(slice.share)}`;
}

function tooltipRow(slice: Slice) {
  return { color: slice.color, label: slice.name, value: `${slice.text} (${percent(slice.share)})` };
}

const getStyles = (theme: GrafanaTheme2) => ({
  slice: css({ stroke: theme.colors.background.primary, strokeWidth: 1.5, '&:hover': { opacity: 0.85 } }),
  label: css({
    fill: '#fff',
    stroke: 'rgba(0, 0, 0, 0.55)',
    strokeWidth: 2.5,
    paintOrder: 'stroke',
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    textAnchor: 'middle',
    dominantBaseline: 'middle',
    pointerEvents: 'none',
  }),
});
