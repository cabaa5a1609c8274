import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { fitText } from '../../../components/picture/fitText';
import { SpotPicture } from '../../../components/picture/SpotPicture';
import { textWidth } from '../../../components/picture/textWidth';
import { formatDecimal } from '../../../format/numbers';
import { formatPoints } from '../../../format/scores';
import { t } from '../../../language/t';
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
/** From one line of a label to the next. */
const LINE = 13;
const BAR_HEIGHT = 14;

/** The way from the average customer's churn probability to this customer's, a bar for each step. */
export function Waterfall({ steps, width }: Props) {
  const theme = useTheme2();
  const places = useMemo(() => waterfallPlaces(steps, width, widestLabels(steps)), [steps, width]);
  const spots = useMemo(() => stepSpots(steps, width, places.rowHeight), [steps, width, places]);
  const first = steps.steps[0];
  const last = steps.steps.at(-1);
  return (
    <SpotPicture
      label={t('churn.reasons.picture', 'Reasons, from the average customer to this one')}
      width={width}
      height={places.height}
      spots={spots}
    >
      <Total
        row={0}
        label={t('churn.averageCustomer', 'Average customer')}
        at={first?.from}
        shown={steps.base}
        {...{ steps, places }}
      />
      {steps.steps.map((step, index) => (
        <Bar key={step.key} row={index + 1} {...{ step, steps, places }} />
      ))}
      <Total
        row={steps.steps.length + 1}
        label={t('churn.thisCustomer', 'This customer')}
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
  return (
    <>
      {labelLines(step, places.label.width).map((line, i, { length }) => (
        <text key={i} x={0} y={lines.text + LINE * (i - (length - 1) / 2)} fill={theme.colors.text.primary}>
          {line}
        </text>
      ))}
      <path d={arrowPath(from, to, lines.bar, BAR_HEIGHT)} fill={color} stroke={color} strokeLinejoin="round" />
      <Connector x={to} from={lines.bar + BAR_HEIGHT} places={places} />
      <text x={places.value.sign} y={lines.text} fill={color} textAnchor="middle">
        {sign}
      </text>
      <text x={places.value.right} y={lines.text} textAnchor="end" fill={theme.colors.text.primary}>
        {formatPoints(step.shown, steps.decimals)}
      </text>
    </>
  );
}

/** The name of a feature with its value, which goes below the name where there is little room. */
function labelLines({ label, reason }: Step, width: number): string[] {
  if (!reason) return [fitText(label, width, TEXT)];
  const value = formatFeature(reason.value, reason.unit);
  const both = `${label}: ${value}`;
  return textWidth(both, TEXT) <= width ? [both] : [fitText(label, width, TEXT), value];
}

function widestLabels({ steps }: Steps): { name: number; whole: number } {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, TEXT)));
  return {
    name: widest(steps.map(({ label }) => label)),
    whole: widest(steps.flatMap((step) => labelLines(step, Infinity))),
  };
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
  return (
    <>
      <text x={0} y={lines.text} fill={color} fontWeight={500}>
        {label}
      </text>
      {row === 0 && <Connector x={x} from={lines.bar + BAR_HEIGHT} places={places} />}
      <circle cx={x} cy={lines.bar + BAR_HEIGHT / 2} r={5} fill={color} />
      <text x={places.value.right} y={lines.text} textAnchor="end" fill={color} fontWeight={500}>
        {formatDecimal(shown * 100, steps.decimals)}%
      </text>
    </>
  );
}

/** Leads from the end of a bar to the beginning of the next one. */
function Connector({ x, from, places }: { x: number; from: number; places: WaterfallPlaces }) {
  const theme = useTheme2();
  // Where the labels stand above the bars, it would run through them.
  if (places.label.above) return null;
  const to = from + places.rowHeight - BAR_HEIGHT;
  return <line x1={x} x2={x} y1={from} y2={to} stroke={theme.colors.border.strong} strokeDasharray="2 2" />;
}

function rowLines(row: number, { rowHeight, label }: WaterfallPlaces): { text: number; bar: number } {
  const top = row * rowHeight;
  return label.above
    ? { text: top + 14, bar: top + 22 }
    : { text: top + rowHeight / 2 + 4, bar: top + (rowHeight - BAR_HEIGHT) / 2 };
}
