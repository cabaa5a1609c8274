import { getFieldDisplayName } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { SpotPicture } from '../../components/picture/SpotPicture';
import { areaOf, labelEvery, ticksFor } from './plot/area';
import { textOf, tickText } from './plot/fields';
import { PlotAxes } from './plot/PlotAxes';
import { niceTicks } from './plot/ticks';
import type { XySeries } from './xySeries';

interface Props {
  series: readonly XySeries[];
  label: string;
  width: number;
  height: number;
}

const RADIUS = 5;
const REACH = 9;
const TICKS_ACROSS = 5;

/** The points and lines with their axes. The keyboard goes through the points. */
export function XyDrawing({ series, label, width, height }: Props) {
  const theme = useTheme2();
  const [first] = series;
  const points = series.flatMap((one) => one.points);
  if (!first || points.length === 0) return null;
  const ends = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const up = niceTicks(...ends(points.map((point) => point.y)), ticksFor(height));
  const across = niceTicks(...ends(points.map((point) => point.x)), TICKS_ACROSS);
  const upTexts = up.map((tick) => tickText(first.yField, tick, up));
  const acrossTexts = across.map((tick) => tickText(first.xField, tick, across));
  const area = areaOf(width, height, upTexts, 2);
  const x = scale(across, area.left, area.width);
  const y = scale(up, area.top + area.height, -area.height);
  const every = labelEvery(acrossTexts, area.width / Math.max(1, across.length - 1));
  const xName = getFieldDisplayName(first.xField);
  const spots = series
    .filter(({ dots }) => dots)
    .flatMap(({ name, points: own, xField, yField }) =>
      own.map((point) => ({
        key: `${name} ${point.row}`,
        left: x(point.x) - REACH,
        top: y(point.y) - REACH,
        width: 2 * REACH,
        height: 2 * REACH,
        title: label,
        facts: [
          { name: xName, value: textOf(xField, point.x) },
          { name, value: textOf(yField, point.y) },
        ],
      })),
    );
  return (
    <SpotPicture label={label} width={width} height={height} spots={spots}>
      <PlotAxes
        area={area}
        up={up.map((tick, i) => ({ at: y(tick), text: upTexts[i] ?? '' }))}
        across={across
          .map((tick, i) => ({ at: x(tick), text: acrossTexts[i] ?? '' }))
          .filter((_, i) => i % every === 0)}
        title={xName}
      />
      {series
        .filter(({ lines }) => lines)
        .map(({ name, color, points: own }) => (
          <polyline
            key={name}
            points={own.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')}
            fill="none"
            stroke={color}
            strokeWidth={1.5}
            strokeDasharray="5 4"
          />
        ))}
      {series
        .filter(({ dots }) => dots)
        .flatMap(({ name, color, points: own }) =>
          own.map((point) => (
            <circle
              key={`${name} ${point.row}`}
              cx={x(point.x)}
              cy={y(point.y)}
              r={RADIUS}
              fill={color}
              stroke={theme.colors.background.primary}
            />
          )),
        )}
    </SpotPicture>
  );
}

/** Places ticks evenly from `start` on over `length` px; negative: upwards. */
function scale(ticks: readonly number[], start: number, length: number): (value: number) => number {
  const [low, high] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  return (value) => start + ((value - low) / (high - low)) * length;
}
