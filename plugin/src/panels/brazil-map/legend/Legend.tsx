import { PLAIN_SHADES, type PlainShade } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import type { Drawing } from '../map/drawing';
import { figureMeaning, figureName, MEASURE_STYLES, type Measure } from '../measures';
import { CircleSizes } from './CircleSizes';
import { rangeText } from './rangeText';

interface Props {
  drawing: Drawing;
  measure: Measure;
  /** True where cities are drawn as circles. */
  withDots: boolean;
  box: { width: number; height: number };
  /** The map's size, by which circles are sized. */
  picture: { width: number; height: number };
  beside: boolean;
  /** What the map leaves out, in words. */
  notes: readonly string[];
}

/** Height in pixels that a circle of the legend may take. */
const ROOM = { beside: 80, below: 24 };

/** What the colours and the circles mean, and what is not on the map. */
export function Legend({ drawing, measure, withDots, box, picture, beside, notes }: Props) {
  const styles = useStyles2(getStyles);
  const { areas, dots, shading } = drawing;
  const plain = withDots ? [] : PLAIN_SHADES.filter((kind) => areas.some(({ shade }) => shade.kind === kind));
  const withClasses = !withDots || MEASURE_STYLES[measure].share;
  return (
    <div className={beside ? styles.beside : styles.below} style={box}>
      {beside && (
        <div>
          <div className={styles.name}>{figureName(measure)}</div>
          <div className={styles.meaning}>{figureMeaning(measure)}</div>
        </div>
      )}
      <ul className={beside ? styles.column : styles.row} aria-label={t('map.legend', 'Legend')}>
        {withClasses &&
          shading.classes.map((one) => (
            <li key={one.color} className={styles.entry}>
              <span className={styles.swatch} style={{ background: one.color }} aria-hidden="true" />
              {rangeText(one, measure)}
            </li>
          ))}
        {plain.map((kind) => (
          <li key={kind} className={styles.entry}>
            <span className={kind === 'absent' ? styles.absent : styles.plain} aria-hidden="true" />
            {plainText(kind)}
          </li>
        ))}
        {withDots && (
          <CircleSizes dots={dots} measure={measure} picture={picture} room={beside ? ROOM.beside : ROOM.below} />
        )}
        {notes.map((note) => (
          <li key={note} className={styles.note}>
            {note}
          </li>
        ))}
      </ul>
    </div>
  );
}

function plainText(kind: PlainShade): string {
  if (kind === 'absent') return t('map.absent', 'No customers');
  return kind === 'unknown' ? t('map.unknown', 'Not known') : t('map.zero', 'None in this range');
}

const getStyles = (theme: GrafanaTheme2) => {
  const swatch = { flex: 'none', width: 14, height: 14, borderRadius: 2 };
  const text = { color: theme.colors.text.primary, fontSize: 12, lineHeight: '18px' };
  const list = { margin: 0, padding: 0, listStyle: 'none' };
  return {
    beside: css(text, { display: 'flex', flexDirection: 'column', gap: 8, paddingTop: 8, overflowY: 'auto' }),
    below: css(text, { overflowY: 'auto', paddingTop: 4 }),
    name: css({ fontWeight: theme.typography.fontWeightMedium }),
    meaning: css({ color: theme.colors.text.secondary }),
    column: css(list, { display: 'flex', flexDirection: 'column', gap: 4 }),
    row: css(list, { display: 'flex', flexWrap: 'wrap', columnGap: 14, rowGap: 2 }),
    entry: css({
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    }),
    note: css({ color: theme.colors.text.secondary }),
    swatch: css(swatch),
    plain: css(swatch, {
      background: theme.colors.background.secondary,
      border: `1px solid ${theme.colors.border.medium}`,
    }),
    absent: css(swatch, {
      background: `repeating-linear-gradient(135deg, transparent 0 3px, ${theme.colors.border.strong} 3px 5px)`,
    }),
  };
};
