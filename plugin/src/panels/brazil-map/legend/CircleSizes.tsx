import { largestRadius, radiusOf, roundValues, sizedBy } from '@contract';
import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { figureName, MEASURE_STYLES, type Measure } from '../measures';
import type { Dot } from '../map/dots';
import { formatCountShort } from '../../../format/numbers';

interface Props {
  dots: readonly Dot[];
  measure: Measure;
  picture: { width: number; height: number };
  /** Height in pixels that a circle may take. */
  room: number;
}

/** Circles of round values, by which those of the map are read. */
export function CircleSizes({ dots, measure, picture, room }: Props) {
  const theme = useTheme2();
  const by = sizedBy(measure);
  const largest = Math.max(0, ...dots.map(({ place }) => place.figures[by] ?? 0));
  const text = by === 'customer_base' ? formatCountShort : MEASURE_STYLES[by].short;
  return (
    <>
      {by === 'customer_base' && <li style={{ color: theme.colors.text.secondary }}>{figureName(by)}:</li>}
      {roundValues(largest, largest * Math.min(1, room / (2 * largestRadius(picture))) ** 2).map((value) => {
        const radius = radiusOf(value, largest, picture);
        const size = 2 * radius + 2;
        return (
          <li key={value} style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
            <svg width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
              <circle cx={size / 2} cy={size / 2} r={radius} fill="none" stroke={theme.colors.text.secondary} />
            </svg>
            {text(value)}
          </li>
        );
      })}
    </>
  );
}
