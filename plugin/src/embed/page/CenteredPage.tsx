import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { usePageTitle } from './usePageTitle';

interface Props {
  title: string;
  children?: ReactNode;
}

/** A page with little on it: what is being done, or what went wrong. */
export function CenteredPage({ title, children }: Props) {
  const styles = useStyles2(getStyles);
  usePageTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ minHeight: '100vh', display: 'grid', placeItems: 'center', padding: theme.spacing(2) }),
  box: css({ width: '100%', maxWidth: 520 }),
  title: css({ ...theme.typography.h3, marginBottom: theme.spacing(2) }),
});
