import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { SpotPicture } from '../../../components/picture/SpotPicture';
import { formatDayOf } from '../../../format/dates';
import { t } from '../../../language/t';
import type { Order } from '../data/model';
import { orderStyle, type OrderStyle } from './orderStyle';
import { timelineDots } from './timeline';

interface Props {
  orders: readonly Order[];
  /** Where the axis ends, in ms. */
  until: number;
  width: number;
}

const HEIGHT = 44;
const AXIS = 18;

/** The orders as dots on an axis, by value and status. */
export function OrderTimeline({ orders, until, width }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const dots = useMemo(() => timelineDots(orders, until, width, HEIGHT), [orders, until, width]);
  const first = Math.min(...orders.map(({ time }) => time));
  const shown = [...new Map(orders.map(({ status }) => [orderStyle(status).label, orderStyle(status)])).values()];
  const text = { y: HEIGHT + AXIS - 5, fill: theme.colors.text.secondary, fontSize: 11 };
  return (
    <>
      <SpotPicture
        label={t('churn.orders.picture', 'Orders over time')}
        width={width}
        height={HEIGHT + AXIS}
        spots={dots}
      >
        <line x1={0} x2={width} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke={theme.colors.border.medium} />
        {dots.map(({ key, x, radius, order }) => (
          <Shape key={key} x={x} y={HEIGHT / 2} radius={radius} style={orderStyle(order.status)} />
        ))}
        <text x={0} {...text}>
          {formatDayOf(first)}
        </text>
        {until > first && (
          <text x={width} textAnchor="end" {...text}>
            {formatDayOf(until)}
          </text>
        )}
      </SpotPicture>
      <div className={styles.legend}>
        {shown.map((style) => (
          <span key={style.label} className={styles.entry}>
            <svg width={14} height={14} aria-hidden="true">
              <Shape x={7} y={7} radius={5} style={style} />
            </svg>
            {style.label}
          </span>
        ))}
        <span className={styles.entry}>{t('churn.orders.larger', 'Larger: worth more')}</span>
      </div>
    </>
  );
}

interface ShapeProps {
  x: number;
  y: number;
  radius: number;
  style: OrderStyle;
}

function Shape({ x, y, radius, style: { shape, color } }: ShapeProps) {
  const theme = useTheme2();
  const background = theme.colors.background.primary;
  if (shape === 'cross') {
    const reach = radius * 0.7;
    return (
      <path
        d={`M ${x - reach} ${y - reach} l ${2 * reach} ${2 * reach} m 0 ${-2 * reach} l ${-2 * reach} ${2 * reach}`}
        stroke={color}
        strokeWidth={3}
      />
    );
  }
  return shape === 'ring' ? (
    <circle cx={x} cy={y} r={radius - 1} fill={background} stroke={color} strokeWidth={2.5} />
  ) : (
    <circle cx={x} cy={y} r={radius} fill={color} stroke={background} />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
});
