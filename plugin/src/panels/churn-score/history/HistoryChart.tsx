import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { SpotPicture, type Spot } from '../../../components/picture/SpotPicture';
import { formatDayOf } from '../../../format/dates';
import { formatProbability } from '../../../format/scores';
import { t } from '../../../language/t';
import type { HistoryPoint } from '../data/model';
import { historyPlaces, linePath, type HistoryPlaces } from './historyPlaces';

interface Props {
  points: readonly HistoryPoint[];
  width: number;
}

const HEIGHT = 130;

/** The customer's churn probability and the average's as lines over time. */
export function HistoryChart({ points, width }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const places = useMemo(() => historyPlaces(points, width, HEIGHT), [points, width]);
  const spots = useMemo(() => spotsOf(points, places), [points, places]);
  const { primary, secondary } = theme.colors.text;
  const ends = [points.at(0), points.at(-1)].map((point) => formatDayOf(point?.time));
  return (
    <>
      <SpotPicture
        label={t('churn.history.picture', 'Churn probability over time')}
        width={width}
        height={HEIGHT}
        spots={spots}
        firstSpot={spots.at(-1)?.key}
      >
        {places.ticks.map(({ value, y }) => (
          <React.Fragment key={value}>
            <line x1={places.left} x2={places.right} y1={y} y2={y} stroke={theme.colors.border.weak} />
            <text x={places.left - 6} y={y + 4} textAnchor="end" fill={secondary} fontSize={11}>
              {formatProbability(value)}
            </text>
          </React.Fragment>
        ))}
        <path d={linePath(places.baseRate)} fill="none" stroke={secondary} strokeDasharray="4 3" />
        <path d={linePath(places.churn)} fill="none" stroke={primary} strokeWidth={2} strokeLinejoin="round" />
        {places.churn.slice(-1).map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={4} fill={primary} />
        ))}
        <text x={places.left} y={HEIGHT - 4} fill={secondary} fontSize={11}>
          {ends[0]}
        </text>
        {points.length > 1 && (
          <text x={places.right} y={HEIGHT - 4} textAnchor="end" fill={secondary} fontSize={11}>
            {ends[1]}
          </text>
        )}
      </SpotPicture>
      <div className={styles.legend} aria-hidden="true">
        <span>
          <b>━</b> {t('churn.thisCustomer', 'This customer')}
        </span>
        <span>╌ {t('churn.averageCustomer', 'Average customer')}</span>
      </div>
    </>
  );
}

function spotsOf(points: readonly HistoryPoint[], { churn, left, right }: HistoryPlaces): Spot[] {
  const step = (right - left) / Math.max(1, points.length - 1);
  return points.map((point, index) => ({
    key: String(point.time),
    left: (churn[index]?.x ?? left) - step / 2,
    top: 0,
    width: step,
    height: HEIGHT - 18,
    title: formatDayOf(point.time),
    facts: [
      { name: 'This customer', value: formatProbability(point.churn) },
      { name: t('churn.averageCustomer', 'Average customer'), value: formatProbability(point.baseRate) },
    ],
  }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    gap: theme.spacing(2),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    b: { color: theme.colors.text.primary },
  }),
});
