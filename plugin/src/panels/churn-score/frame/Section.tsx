import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useId, useState, type ReactNode } from 'react';
import { t } from '../../../language/t';

interface Props {
  title: string;
  /** How to read it, in a line. */
  hint?: string;
  /** Of the whole section, in px. */
  width: number;
  /** True for the part that asks for something to be done. */
  accent?: boolean;
  /** True where it is of use only to who can change something: it is left out on paper. */
  screenOnly?: boolean;
  /** The same as a table, which takes the place of the picture when asked for. */
  table?: ReactNode;
  /** Takes the width that is left inside. */
  children: (inner: number) => ReactNode;
}

const PADDING = 12;
const BORDER = 1;

/** A part of the view with its heading and, where it holds a picture, the switch to a table. */
export function Section({ title, hint, width, accent = false, screenOnly, table, children }: Props) {
  const styles = useStyles2(getStyles);
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const show = asTable ? t('churn.showPicture', 'Show picture') : t('churn.showTable', 'Show table');
  return (
    <section
      className={accent ? styles.accent : styles.section}
      style={{ width }}
      aria-labelledby={id}
      data-screen-only={screenOnly}
    >
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {table && (
          <button
            type="button"
            className={styles.toggle}
            data-screen-only
            // Begins with what can be read on it: so people say it who command by voice.
            aria-label={t('churn.showOf', '{{show}}: {{name}}', { show, name: title })}
            onClick={() => setAsTable(!asTable)}
          >
            {show}
          </button>
        )}
      </div>
      <p className={styles.hint}>{hint}</p>
      {table && asTable ? table : children(width - 2 * (PADDING + BORDER))}
    </section>
  );
}

const box = (theme: GrafanaTheme2) => ({
  boxSizing: 'border-box' as const,
  padding: PADDING,
  border: `${BORDER}px solid ${theme.colors.border.weak}`,
  borderRadius: theme.shape.radius.default,
});

const getStyles = (theme: GrafanaTheme2) => ({
  section: css(box(theme)),
  accent: css(box(theme), { borderColor: theme.colors.primary.border, background: theme.colors.background.secondary }),
  head: css({ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: theme.spacing(1) }),
  title: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  toggle: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
    '&:hover': { color: theme.colors.text.primary, textDecoration: 'underline' },
  }),
  hint: css({
    margin: theme.spacing(0.25, 0, 1),
    '&:empty': { margin: theme.spacing(1, 0, 0) },
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
