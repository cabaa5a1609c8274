import type { GrafanaTheme2 } from '@grafana/data';
import React, { useId } from 'react';
import { Hatch } from '../../../components/picture/Hatch';
import { formatCountShort } from '../../../format/numbers';
import type { LifecycleModel } from '../data/model';
import { signedShort, stageText } from '../wording';
import { FIGURE_ROW, FONT, stepNames, netShort, type ChartLayout } from './layout';
import { stageColor } from './palette';
import { FIGURE_ORDER, type BarPart } from './parts';

interface Props {
  model: LifecycleModel;
  layout: ChartLayout;
  parts: readonly BarPart[];
  theme: GrafanaTheme2;
}

/** Axis, bars, the line of net changes, and the figures below. */
export function ChartDrawing({ model, layout, parts, theme }: Props) {
  const hatch = useId();
  return (
    <>
      <Hatch id={hatch} theme={theme} />
      <Axis layout={layout} theme={theme} />
      {parts
        .filter(({ drawn }) => drawn.height > 0)
        .map(({ key, stage, step, drawn: { left, top, width, height } }) => (
          <React.Fragment key={key}>
            <rect x={left} y={top} width={width} height={height} fill={stageColor(stage, theme)} />
            {!step.complete && <rect x={left} y={top} width={width} height={height} fill={`url(#${hatch})`} />}
          </React.Fragment>
        ))}
      <NetLine layout={layout} theme={theme} />
      <g fill={theme.colors.text.secondary} fontSize={FONT} textAnchor="middle">
        {stepNames(layout, model.grain).map(({ day, text, x }) => (
          <text key={day} x={x} y={layout.names}>
            {text}
          </text>
        ))}
      </g>
      {layout.figures !== undefined && <Figures layout={layout} top={layout.figures} theme={theme} />}
    </>
  );
}

function Axis({ layout: { left, width, scale }, theme }: Pick<Props, 'layout' | 'theme'>) {
  return (
    <g fontSize={FONT} fill={theme.colors.text.secondary} textAnchor="end" dominantBaseline="central">
      {scale.ticks.map((tick) => (
        <React.Fragment key={tick}>
          <line
            x1={left}
            x2={width}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            stroke={tick === 0 ? theme.colors.border.strong : theme.colors.border.weak}
          />
          <text x={left - 6} y={scale.y(tick)}>
            {formatCountShort(Math.abs(tick))}
          </text>
        </React.Fragment>
      ))}
    </g>
  );
}

const LEAST_DOTS = 14;

function NetLine({ layout, theme }: Pick<Props, 'layout' | 'theme'>) {
  const { steps, left, stepWidth, scale } = layout;
  const points = steps.map(({ net }, index) => ({ x: left + (index + 0.5) * stepWidth, y: scale.y(net) }));
  const line = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const halo = { stroke: theme.colors.background.primary, strokeWidth: 1.5 };
  return (
    <g fill="none">
      <polyline points={line} stroke={theme.colors.background.primary} strokeWidth={4} strokeOpacity={0.7} />
      <polyline points={line} stroke={theme.colors.text.primary} strokeWidth={1.5} />
      {stepWidth >= LEAST_DOTS &&
        points.map(({ x, y }) => <circle key={x} cx={x} cy={y} r={4} fill={theme.colors.text.primary} {...halo} />)}
    </g>
  );
}

function Figures({ layout, top, theme }: Pick<Props, 'layout' | 'theme'> & { top: number }) {
  const { steps, left, stepWidth, width } = layout;
  const middle = (row: number): number => top + (row + 0.5) * FIGURE_ROW;
  const rows = [
    ...FIGURE_ORDER.map((stage) => ({
      name: stageText(stage),
      color: stageColor(stage, theme),
      texts: steps.map(({ counts }) => formatCountShort(counts[stage])),
    })),
    { name: netShort(), color: theme.colors.text.primary, texts: steps.map(({ net }) => signedShort(net)) },
  ];
  return (
    <g fontSize={FONT} dominantBaseline="central" fill={theme.colors.text.primary}>
      {rows.map(({ name, color, texts }, row) => (
        <React.Fragment key={name}>
          <line
            x1={0}
            x2={width}
            y1={top + row * FIGURE_ROW}
            y2={top + row * FIGURE_ROW}
            stroke={theme.colors.border.weak}
          />
          <rect x={0} y={middle(row) - 4} width={3} height={8} fill={color} />
          <text x={7} y={middle(row)} fill={theme.colors.text.secondary}>
            {name}
          </text>
          <g textAnchor="middle">
            {texts.map((text, index) => (
              <text key={steps[index]?.day} x={left + (index + 0.5) * stepWidth} y={middle(row)}>
                {text}
              </text>
            ))}
          </g>
        </React.Fragment>
      ))}
    </g>
  );
}
