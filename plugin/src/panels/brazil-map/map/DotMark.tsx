import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { factsText } from '../../../components/picture/facts';
import type { Dot } from './dots';
import { pointing, type OnPoint } from './pointing';

interface Props {
  dot: Dot;
  /** True for the circle that the Tab key leads to. */
  reached: boolean;
  onPoint: OnPoint;
}

/** A city as a circle; a link where the panel was given one for cities. */
export function DotMark({ dot, reached, onPoint }: Props) {
  const styles = useStyles2(getStyles);
  const { place, x, y, radius, color, facts } = dot;
  const shared = { 'aria-label': factsText(facts), tabIndex: reached ? 0 : -1, ...pointing(dot.key, onPoint) };
  const circle = { cx: x, cy: y, r: radius, fill: color, className: styles.dot };
  const [link] = place.links;
  if (!link) return <circle {...circle} {...shared} role="img" />;
  return (
    <a href={link.href} target={link.target} rel="noreferrer" {...shared}>
      <circle {...circle} />
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dot: css({
    fillOpacity: 0.6,
    stroke: theme.colors.text.maxContrast,
    strokeOpacity: 0.4,
    strokeWidth: 0.5,
    '&:hover, &:focus, a:focus &': { fillOpacity: 0.95, strokeOpacity: 1, strokeWidth: 2, outline: 'none' },
    'a:focus': { outline: 'none' },
  }),
});
