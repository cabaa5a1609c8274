import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useRef, type ReactNode } from 'react';
import { textWidth } from '../../../components/picture/textWidth';
import { t } from '../../../language/t';
import { useInSight } from './useInSight';

interface Props {
  name: string;
  /** What is said beside the name. */
  text: string;
  /** The same at length, on hover. */
  detail: string;
  width: number;
  height: number;
  /** True: drawn from the beginning, wherever it stands. */
  atOnce: boolean;
  onEnlarge: () => void;
  /** Takes the height that is left below the heading. */
  children: (height: number) => ReactNode;
}

const HEAD = 22;
/** Of the name in px, and of the text beside it as a part of that. */
const SIZE = { usual: 14, least: 10.5, text: 0.86 };
const GAP = 8;

/** One of several small pictures, drawn when it comes into sight; its name leads to it alone. */
export function Cell({ name, text, detail, width, height, atOnce, onEnlarge, children }: Props) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLLIElement>(null);
  const seen = useInSight(box, atOnce);
  return (
    <li ref={box} style={{ width, height }}>
      <div className={styles.head} style={{ fontSize: headSize(name, text, width) }} title={detail}>
        <button
          type="button"
          className={styles.name}
          aria-label={t('forecast.alone', '{{name}}, on its own', { name })}
          onClick={onEnlarge}
        >
          {name}
        </button>
        <span className={styles.text}>{text}</span>
      </div>
      {seen && children(height - HEAD)}
    </li>
  );
}

/** So that a long name and its number fit beside each other: smaller, but not too small to be read. */
function headSize(name: string, text: string, width: number): number {
  const needed = textWidth(name, SIZE.usual) + GAP + textWidth(text, SIZE.usual * SIZE.text);
  return Math.max(SIZE.least, Math.min(SIZE.usual, (SIZE.usual * width) / needed));
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({ display: 'flex', alignItems: 'baseline', gap: GAP, height: HEAD }),
  name: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.primary,
    fontSize: 'inherit',
    fontWeight: theme.typography.fontWeightMedium,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    '&:hover': { textDecoration: 'underline' },
  }),
  text: css({
    // Before a name is cut, the change is; the number stays.
    flexShrink: 1_000,
    minWidth: '7em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: theme.colors.text.secondary,
    fontSize: `${SIZE.text}em`,
    whiteSpace: 'nowrap',
  }),
});
