import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import React from 'react';
import type { Facts } from './facts';

interface Props extends Facts {
  /** Where the pointer is, in pixels of the window. */
  x: number;
  y: number;
  /** What choosing it does. */
  hint?: string;
}

/** The exact figures of what is pointed at. What takes the focus says the same to screen readers. */
export function FactsTooltip({ title, text, facts, x, y, hint }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={{ x: 12, y: 12 }} aria-hidden="true">
        <div className={styles.box}>
          <div className={styles.title}>{title}</div>
          {text && <div className={styles.text}>{text}</div>}
          {facts.length > 0 && (
            <dl className={styles.facts}>
              {facts.map(({ name, value }) => (
                <React.Fragment key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </React.Fragment>
              ))}
            </dl>
          )}
          {hint && <div className={styles.hint}>{hint}</div>}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    maxWidth: 360,
    color: theme.colors.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  title: css({
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  text: css({ color: theme.colors.text.secondary }),
  hint: css({ marginTop: theme.spacing(1), color: theme.colors.text.secondary }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    gap: theme.spacing(0.25, 2),
    margin: theme.spacing(1, 0, 0),
    dt: { fontWeight: theme.typography.fontWeightRegular, whiteSpace: 'nowrap', color: theme.colors.text.secondary },
    dd: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  }),
});
