import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { type ReactElement } from 'react';
import { t } from '../../../language/t';
import { DASHES, OPACITY, paletteOf, type Palette } from '../chart/palette';
import { LEGEND_SAMPLE, SMALL } from '../frame/layout';
import type { LegendEntry, Shape } from './entries';

interface Props {
  entries: readonly LegendEntry[];
  height: number;
}

const SAMPLE = { width: 20, height: 12 };

/** What lines, areas and marks stand for; each sample shows dashes or a shape beside its colour. */
export function Legend({ entries, height }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  return (
    <ul className={styles.list} style={{ height }} aria-label={t('forecast.options.legend', 'Legend')}>
      {entries.map(({ shape, label }) => (
        <li key={shape} className={styles.entry}>
          <svg {...SAMPLE} aria-hidden="true">
            {sampleOf(shape, palette)}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function sampleOf(shape: Shape, palette: Palette): ReactElement {
  switch (shape) {
    case 'inner':
      return <rect {...SAMPLE} fill={palette.expected} opacity={OPACITY.inner + OPACITY.outer} />;
    case 'outer':
      return <rect {...SAMPLE} fill={palette.expected} opacity={OPACITY.outer} />;
    case 'unusual':
      return <path d="M10 1 L15 6 L10 11 L5 6 Z" fill="none" stroke={palette.unusual} strokeWidth={1.75} />;
    case 'holiday':
      return <path d="M10 6 V12" stroke={palette.quiet} strokeWidth={1.5} />;
    default:
      return <path d={`M0 6 H${SAMPLE.width}`} {...strokeOf(shape, palette)} />;
  }
}

type Line = Exclude<Shape, 'inner' | 'outer' | 'unusual' | 'holiday'>;

function strokeOf(shape: Line, palette: Palette) {
  const strokes = {
    actual: { stroke: palette.actual, strokeWidth: 1.5 },
    expected: { stroke: palette.expected, strokeWidth: 2, strokeDasharray: DASHES.expected },
    past: { stroke: palette.expected, strokeWidth: 1, strokeDasharray: DASHES.past },
    target: { stroke: palette.target, strokeWidth: 2, strokeDasharray: DASHES.target },
    others: { stroke: palette.quiet, strokeWidth: 1, strokeDasharray: DASHES.others },
  };
  return strokes[shape];
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'start',
    columnGap: 14,
    flexShrink: 0,
    margin: 0,
    padding: '4px 0 0',
    listStyle: 'none',
    overflow: 'hidden',
  }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: LEGEND_SAMPLE - SAMPLE.width,
    height: SMALL.line,
    color: theme.colors.text.secondary,
    fontSize: SMALL.fontSize,
    whiteSpace: 'nowrap',
  }),
});
