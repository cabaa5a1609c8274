import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { SpotPicture, type Spot } from '../../../components/picture/SpotPicture';
import { formatCount, formatShare } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { Bucket, Figure } from '../data/model';
import { bucketText, figureStyle } from './figures';

interface Props {
  figure: Figure;
  buckets: readonly Bucket[];
  width: number;
}

const HEIGHT = 64;
const EDGES = 16;
const LEAST = 2;

/** How many customers stand where, with the customer's own place marked. */
export function Histogram({ figure, buckets, width }: Props) {
  const theme = useTheme2();
  const { label, edge, end } = figureStyle(figure);
  const bars = useMemo(() => barsOf(figure, buckets, width), [figure, buckets, width]);
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  const text = { y: HEIGHT + EDGES - 4, fill: theme.colors.text.secondary, fontSize: 11 };
  return (
    <SpotPicture
      label={t('churn.rfm.picture', '{{figure}} of all customers', { figure: label })}
      width={width}
      height={HEIGHT + EDGES}
      spots={bars}
      firstSpot={bars.find(({ own }) => own)?.key}
    >
      {bars.map(({ key, left, width: wide, barHeight, own }) => (
        <rect
          key={key}
          x={left}
          y={HEIGHT - barHeight}
          width={Math.max(1, wide - 2)}
          height={barHeight}
          rx={1}
          fill={own ? theme.colors.text.primary : theme.colors.text.disabled}
          fillOpacity={own ? 1 : 0.55}
        />
      ))}
      {bars
        .filter(({ own }) => own)
        .map(({ key, left, width: wide, barHeight }) => (
          <path
            key={key}
            d={`M ${left + wide / 2 - 6} ${HEIGHT - barHeight - 9} h 10 l -5 7 z`}
            fill={theme.colors.text.primary}
          />
        ))}
      {first && (
        <text x={0} {...text}>
          {edge(first.from)}
        </text>
      )}
      {last && (
        <text x={width} textAnchor="end" {...text}>
          {end(last.to)}
        </text>
      )}
    </SpotPicture>
  );
}

interface BarSpot extends Spot {
  barHeight: number;
  own: boolean;
}

function barsOf(figure: Figure, buckets: readonly Bucket[], width: number): BarSpot[] {
  const most = Math.max(1, ...buckets.map(({ customers }) => customers));
  const all = buckets.reduce((sum, { customers }) => sum + customers, 0);
  const step = width / Math.max(1, buckets.length);
  const room = HEIGHT - 12;
  return buckets.map((bucket, index) => ({
    key: String(index),
    left: index * step,
    top: 0,
    width: step,
    height: HEIGHT,
    title: bucketText(figure, bucket),
    text: bucket.own ? t('churn.rfm.here', 'This customer is here.') : undefined,
    facts: [
      { name: t('churn.rfm.customers', 'Customers'), value: formatCount(bucket.customers) },
      { name: t('churn.rfm.share', 'Share'), value: formatShare(all > 0 ? bucket.customers / all : 0) },
    ],
    barHeight: bucket.customers > 0 ? Math.max(LEAST, (bucket.customers / most) * room) : 0,
    own: bucket.own,
  }));
}
