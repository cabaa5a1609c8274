import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { LABEL_HEIGHT, type Area } from './area';

interface Mark {
  /** In px of the drawing. */
  at: number;
  text: string;
}

interface Props {
  area: Area;
  /** Upwards, with a line across each. */
  up: readonly Mark[];
  across: readonly Mark[];
  /** What the labels below stand for. */
  title?: string;
}

/** Axes of a drawing: lines and labels at the left, labels and their meaning below. */
export function PlotAxes({ area, up, across, title }: Props) {
  const theme = useTheme2();
  const bottom = area.top + area.height;
  return (
    <g fill={theme.colors.text.secondary}>
      {up.map(({ at, text }) => (
        <React.Fragment key={at}>
          <line x1={area.left} x2={area.left + area.width} y1={at} y2={at} stroke={theme.colors.border.weak} />
          <text x={area.left - 6} y={at} textAnchor="end" dominantBaseline="middle">
            {text}
          </text>
        </React.Fragment>
      ))}
      {across.map(({ at, text }) => (
        <text key={at} x={at} y={bottom + 15} textAnchor="middle">
          {text}
        </text>
      ))}
      {title && (
        <text x={area.left + area.width / 2} y={bottom + LABEL_HEIGHT + 14} textAnchor="middle">
          {title}
        </text>
      )}
    </g>
  );
}
