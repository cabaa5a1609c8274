import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { SpotPicture } from '../../components/picture/SpotPicture';
import { textWidth } from '../../components/picture/textWidth';
import { highest, type Bars } from './barSeries';
import { areaOf, FONT_SIZE, labelEvery, ticksFor } from './plot/area';
import { textOf, tickText } from './plot/fields';
import { PlotAxes } from './plot/PlotAxes';
import { niceTicks } from './plot/ticks';

interface Props {
  bars: Bars;
  stacked: boolean;
  /** Write each value over its bar where it fits. */
  values: boolean;
  /** Part of a category's width that its bars take, 0 to 1. */
  share: number;
  label: string;
  width: number;
  height: number;
}

interface Box {
  key: string;
  color: string;
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The bars with their axes. The keyboard goes through the categories, and screen readers hear their values. */
export function BarDrawing({ bars, stacked, values, share, label, width, height }: Props) {
  const theme = useTheme2();
  const { categories, series } = bars;
  const first = series[0]?.field;
  if (!first) return null;
  const ticks = niceTicks(0, highest(bars, stacked), ticksFor(height));
  const most = ticks[ticks.length - 1] ?? 1;
  const tickTexts = ticks.map((tick) => tickText(first, tick, ticks));
  const area = areaOf(width, height, tickTexts, 2);
  const step = area.width / categories.length;
  const y = (value: number) => area.top + area.height * (1 - value / most);
  const middle = (row: number) => area.left + step * (row + 0.5);
  const boxes = categories.flatMap((_, row) => {
    let base = 0;
    const each = stacked ? step * share : (step * share) / series.length;
    return series.map(({ color, values: own, field, name }, i): Box => {
      const value = own[row] ?? 0;
      const from = stacked ? base : 0;
      base += value;
      const left = middle(row) - (step * share) / 2 + (stacked ? 0 : each * i);
      const top = y(from + value);
      return {
        key: `${row} ${name}`,
        color,
        text: textOf(field, own[row]),
        left,
        top,
        width: each,
        height: y(from) - top,
      };
    });
  });
  const written = values && !stacked && boxes.every((box) => textWidth(box.text, FONT_SIZE) < box.width + 4);
  const every = labelEvery(categories, step);
  const spots = categories.map((category, row) => ({
    key: String(row),
    left: area.left + step * row,
    top: area.top,
    width: step,
    height: area.height,
    title: `${bars.title}: ${category}`,
    facts: series
      .filter(({ values: own }) => own[row] !== null)
      .map(({ name, field, values: own }) => ({ name, value: textOf(field, own[row]) })),
  }));
  return (
    <SpotPicture label={label} width={width} height={height} spots={spots}>
      <PlotAxes
        area={area}
        up={ticks.map((tick, i) => ({ at: y(tick), text: tickTexts[i] ?? '' }))}
        across={categories
          .map((text, row) => ({ at: middle(row), text }))
          .filter((_, row) => row % every === Math.floor(every / 2))}
        title={bars.title}
      />
      {boxes
        .filter((box) => box.height > 0)
        .map((box) => (
          <rect key={box.key} x={box.left} y={box.top} width={box.width} height={box.height} fill={box.color} />
        ))}
      {written &&
        boxes.map((box) => (
          <text
            key={box.key}
            x={box.left + box.width / 2}
            y={box.top - 4}
            textAnchor="middle"
            fill={theme.colors.text.primary}
          >
            {box.text}
          </text>
        ))}
    </SpotPicture>
  );
}
