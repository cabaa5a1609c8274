import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { fitText } from '../../../components/picture/fitText';
import { SpotPicture } from '../../../components/picture/SpotPicture';
import { formatPoints } from '../../../format/scores';
import { changeStyle } from '../score/changeStyle';
import type { Step, Steps } from './steps';
import { stepSpots } from './stepSpots';
import { arrowPath, waterfallPlaces, type WaterfallPlaces } from './waterfallPlaces';
import { formatFeature } from './wording';

interface Props {
  steps: Steps;
  width: number;
}

const TEXT = 12;
const BAR_HEIGHT = 14;

/** The way from the average customer's churn probability to this customer's, a bar for each step. */
export function Waterfall({ steps, width }: Props) {
  const theme = useTheme2();
  const places = useMemo(() => waterfallPlaces(steps, width), [steps, width]);
  const spots = useMemo(() => stepSpots(steps, width, places.rowHeight), [steps, width, places]);
  const first = steps.steps[0];
  const last = steps.steps.at(-1);
  return (
    <SpotPicture
      label="Reasons, from the average customer to this one"
      width={width}
      height={places.height}
      spots={spots}
    >
      <Total row={0} label="Average customer" at={first?.from} shown={steps.base} {...{ steps, places }} />
      {steps.steps.map((step, index) => (
        <Bar key={step.key} row={index + 1} {...{ step, steps, places }} />
      ))}
      <Total
        row={steps.steps.length + 1}
        label="This customer"
        at={last?.to}
        shown={steps.total}
        {...{ steps, places }}
      />
      <line
        x1={0}
        x2={width}
        y1={places.height - places.rowHeight}
        y2={places.height - places.rowHeight}
        stroke={theme.colors.border.medium}
      />
    </SpotPicture>
  );
}

interface BarProps {
  row: number;
  step: Step;
  steps: Steps;
  places: WaterfallPlaces;
}

function Bar({ row, step, steps, places }: BarProps) {
  const theme = useTheme2();
  const lines = rowLines(row, places);
  const { color, sign } = changeStyle(step.shown);
  const [from, to] = [places.x(step.from), places.x(step.to)];
  const next = lines.bar + places.rowHeight;
  const own = step.reason ? formatFeature(step.reason.value, step.reason.unit) : '';
  const name = fitText(own ? `${step.label}: ${own}` : step.label, places.label.width, TEXT);
  return (
    <>
      <text x={0} y={lines.text} fill={theme.colors.text.primary}>
        {name}
      </text>
      <path d={arrowPath(from, to, lines.bar, BAR_HEIGHT)} fill={color} stroke={color} strokeLinejoin="round" />
      <line
        x1={to}
        x2={to}
        y1={lines.bar + BAR_HEIGHT}
        y2={next}
        stroke={theme.colors.border.strong}
        strokeDasharray="2 2"
      />
      <text x={places.value.right} y={lines.text} textAnchor="end" fill={theme.colors.text.primary}>
        <tspan fill={color}>{sign}</tspan> {formatPoints(step.shown, steps.decimals)}
      </text>
    </>
  );
}

interface TotalProps {
  row: number;
  label: string;
  at: number | undefined;
  shown: number;
  steps: Steps;
  places: WaterfallPlaces;
}

/** The average customer and this one stand as points: bars that do not begin at 0 would tell a wrong length. */
function Total({ row, label, at, shown, steps, places }: TotalProps) {
  const theme = useTheme2();
  const lines = rowLines(row, places);
  const color = theme.colors.text.primary;
  const x = places.x(at ?? shown);
  const next = lines.bar + places.rowHeight;
  return (
    <>
      <text x={0} y={lines.text} fill={color} fontWeight={500}>
        {label}
      </text>
      {row === 0 && (
        <line
          x1={x}
          x2={x}
          y1={lines.bar + BAR_HEIGHT / 2}
          y2={next}
          stroke={theme.colors.border.strong}
          strokeDasharray="2 2"
        />
      )}
      <circle cx={x} cy={lines.bar + BAR_HEIGHT / 2} r={5} fill={color} />
      <text x={places.value.right} y={lines.text} textAnchor="end" fill={color} fontWeight={500}>
        {(shown * 100).toFixed(steps.decimals)}%
      </text>
    </>
  );
}

function rowLines(row: number, { rowHeight, label }: WaterfallPlaces): { text: number; bar: number } {
  const top = row * rowHeight;
  return label.above
    ? { text: top + 14, bar: top + 22 }
    : { text: top + rowHeight / 2 + 4, bar: top + (rowHeight - BAR_HEIGHT) / 2 };
}
