import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { t } from '../../language/t';
import type { ThemeMode } from '../host/useThemeMode';
import logo from '../../img/logo.svg';
import { LanguageSwitch } from './LanguageSwitch';
import { SignedIn } from './SignedIn';
import { ThemeToggle } from './ThemeToggle';

interface Props {
  title: string;
  description?: string;
  mode: ThemeMode;
  onMode: (mode: ThemeMode) => void;
  /** Shown below the title on a narrow page, where the time picker shows no text. */
  subtitle?: string;
  /** Controls at the right; on a narrow page a line of their own. */
  children?: ReactNode;
  /** A second line, below the title and the controls. */
  below?: ReactNode;
}

/** Title and controls; they stay in sight while a long dashboard scrolls on a wide page. */
export function TopBar({ title, subtitle, description, mode, onMode, children, below }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <a
          href="/"
          className={styles.home}
          aria-label={t('embed.allDashboards', 'All dashboards')}
          title={t('embed.allDashboards', 'All dashboards')}
        >
          <img src={logo} alt="" width={24} height={24} />
        </a>
        <div className={styles.titles}>
          <h1 className={styles.title} title={description}>
            {title}
          </h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {children && <div className={styles.controls}>{children}</div>}
        <div className={styles.toggle}>
          <SignedIn />
          <LanguageSwitch />
          <ThemeToggle mode={mode} onChange={onMode} />
        </div>
      </div>
      {below}
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.canvas,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    zIndex: theme.zIndex.navbarFixed,
    [theme.breakpoints.up('md')]: { position: 'sticky', top: 0 },
    [theme.breakpoints.down('md')]: { padding: theme.spacing(1) },
  }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  home: css({ display: 'flex', borderRadius: theme.shape.radius.default }),
  titles: css({ flex: '1 1 200px', minWidth: 0 }),
  title: css({ ...theme.typography.h4, margin: 0 }),
  subtitle: css({
    ...theme.typography.bodySmall,
    color: theme.colors.text.secondary,
    margin: 0,
    [theme.breakpoints.up('md')]: { display: 'none', '@media print': { display: 'block' } },
  }),
  controls: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    [theme.breakpoints.down('md')]: { order: 1, flexBasis: '100%' },
    '@media print': { display: 'none' },
  }),
  toggle: css({ display: 'flex', gap: theme.spacing(1), '@media print': { display: 'none' } }),
});
