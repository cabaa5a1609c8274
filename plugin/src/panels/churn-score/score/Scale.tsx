import { BAND_STYLES } from '@contract';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { SpotPicture } from '../../../components/picture/SpotPicture';
import { textWidth } from '../../../components/picture/textWidth';
import { formatOdds, formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import type { Score } from '../data/model';
import { placeOf, scalePlaces, TEXT_SIZE } from './scalePlaces';
import { scaleSpots } from './scaleSpots';

interface Props {
  score: Score;
  width: number;
  /** Odds of the same customer before a change. */
  beforeOdds?: number;
}

const BAR = { top: 30, height: 16 };
const ROWS = { label: 12, ticks: 62, zones: 82 };
export const SCALE_HEIGHT = 90;

/** Where the customer stands between the bands: odds of coming back, compared with the average customer's. */
export function Scale({ score, width, beforeOdds }: Props) {
  const theme = useTheme2();
  const others = useMemo(() => (beforeOdds === undefined ? [] : [beforeOdds]), [beforeOdds]);
  const places = useMemo(() => scalePlaces(score, width, others), [score, width, others]);
  const spots = useMemo(() => scaleSpots(score, places, SCALE_HEIGHT, width), [score, places, width]);
  const label = labelOf(score, width);
  const half = textWidth(label, TEXT_SIZE + 1) / 2;
  const before = beforeOdds === undefined ? undefined : placeOf(beforeOdds, places, width);
  const { primary, secondary } = theme.colors.text;
  return (
    <SpotPicture
      label={t('churn.scale.picture', 'Risk compared with the average customer')}
      {...{ width, spots }}
      height={SCALE_HEIGHT}
      firstSpot="customer"
    >
      {places.zones.map(({ band, left, width: wide }) => (
        <rect
          key={band}
          x={left + 1}
          y={BAR.top}
          width={Math.max(0, wide - 2)}
          height={BAR.height}
          rx={3}
          fill={BAND_STYLES[band].color}
          fillOpacity={band === score.band ? 1 : 0.45}
        />
      ))}
      {places.zones.map(({ band, left, width: wide, label: name }) => (
        <text
          key={band}
          x={left + wide / 2}
          y={ROWS.zones}
          textAnchor="middle"
          fill={band === score.band ? primary : secondary}
          fontWeight={band === score.band ? 500 : 400}
        >
          {name}
        </text>
      ))}
      <line
        x1={places.average}
        x2={places.average}
        y1={BAR.top - 4}
        y2={BAR.top + BAR.height + 4}
        stroke={primary}
        strokeWidth={2}
      />
      {places.ticks.map(({ odds, x, label: text }) => (
        <text key={odds} x={x} y={ROWS.ticks} textAnchor="middle" fill={secondary}>
          {text}
        </text>
      ))}
      <text
        x={Math.min(width - half, Math.max(half, places.customer))}
        y={ROWS.label}
        textAnchor="middle"
        fill={primary}
        fontSize={TEXT_SIZE + 1}
        fontWeight={500}
      >
        {label}
      </text>
      {before !== undefined && (
        <path
          d={`M ${before - 6} ${BAR.top - 11} h 12 l -6 9 z`}
          fill={theme.colors.background.primary}
          stroke={secondary}
          strokeWidth={1.5}
        />
      )}
      <path
        d={`M ${places.customer - 7} ${BAR.top - 12} h 14 l -7 10 z`}
        fill={primary}
        stroke={theme.colors.background.primary}
      />
      <line
        x1={places.customer}
        x2={places.customer}
        y1={BAR.top - 4}
        y2={BAR.top + BAR.height}
        stroke={theme.colors.background.primary}
        strokeWidth={4}
      />
      <line
        x1={places.customer}
        x2={places.customer}
        y1={BAR.top - 4}
        y2={BAR.top + BAR.height}
        stroke={primary}
        strokeWidth={2}
      />
    </SpotPicture>
  );
}

/** The longest text that fits above the scale. */
function labelOf({ odds, churn }: Score, width: number): string {
  const chance = t('churn.scale.chance', '{{chance}} will buy again', { chance: formatProbability(1 - churn) });
  const texts = [
    t('churn.scale.oddsChance', '{{odds}} the average odds · {{chance}}', { odds: formatOdds(odds), chance }),
    t('churn.scale.odds', '{{odds}} the average odds', { odds: formatOdds(odds) }),
    formatOdds(odds),
  ];
  return texts.find((text) => textWidth(text, TEXT_SIZE + 1) <= width) ?? '';
}
