import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useRef, type ReactNode } from 'react';
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

/** One of several small pictures, drawn when it comes into sight; its name leads to it alone. */
export function Cell({ name, text, detail, width, height, atOnce, onEnlarge, children }: Props) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLLIElement>(null);
  const seen = useInSight(box, atOnce);
  return (
    <li ref={box} style={{ width, height }}>
      <div className={styles.head} title={detail}>
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

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({ display: 'flex', alignItems: 'baseline', gap: theme.spacing(1), height: HEAD }),
  name: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.primary,
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
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});
