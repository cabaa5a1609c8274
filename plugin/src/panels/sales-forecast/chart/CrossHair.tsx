import { css } from '@emotion/css';
import { useTheme2 } from '@grafana/ui';
import React from 'react';
import type { Scales } from './scales';

/** A value that is marked at the moment pointed at. */
export interface HairDot {
  value: number;
  color: string;
}

interface Props {
  scales: Scales;
  time: number;
  dots: readonly HairDot[];
}

const overlay = css({ position: 'absolute', inset: 0, pointerEvents: 'none' });

/** The moment that is pointed at, as a line across the picture with a dot at each of its values. */
export function CrossHair({ scales, time, dots }: Props) {
  const theme = useTheme2();
  const x = scales.x(time);
  return (
    <svg className={overlay} width={scales.width} height={scales.height} aria-hidden="true">
      <line x1={x} x2={x} y1={scales.top} y2={scales.bottom} stroke={theme.colors.text.secondary} />
      {dots.map(({ value, color }, index) => (
        <circle
          key={index}
          cx={x}
          cy={scales.y(value)}
          r={3.5}
          fill={color}
          stroke={theme.colors.background.primary}
          strokeWidth={1.5}
        />
      ))}
    </svg>
  );
}
