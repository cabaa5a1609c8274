import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** The answer alone, where there is no room for a picture. */
export function Tiny({ text, width, height }: { text: string; width: number; height: number }) {
  const styles = useStyles2(getStyles);
  return (
    <p className={styles.tiny} style={{ width, height }}>
      {text}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tiny: css({ margin: 0, overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
});
