import type { GenerationSummary } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { dashboards, dashboardUrl } from '../dashboards';
import type { Source } from '../sources';

interface Props {
  source: Source;
  generation: GenerationSummary;
}

/** The dashboards over a data source, each opened on all days of its data. */
export function DashboardLinks({ source, generation }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ul
      className={styles.list}
      aria-label={t('pages.home.dashboards', 'Dashboards over {{source}}', { source: source.name })}
    >
      {dashboards().map(({ uid, title, description }) => (
        <li key={uid}>
          <a className={styles.link} href={dashboardUrl(uid, source.uid, generation)}>
            <Icon name="apps" size="lg" aria-hidden="true" />
            <span>
              <span className={styles.title}>{title}</span>
              <span className={styles.description}>{description}</span>
            </span>
            <Icon name="arrow-right" aria-hidden="true" />
          </a>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 440px), 1fr))',
    gap: theme.spacing(1),
    listStyle: 'none',
  }),
  link: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    // Beside one whose description takes another line.
    height: '100%',
    padding: theme.spacing(1.5, 2),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    '&:hover, &:focus-visible': { background: theme.colors.action.hover },
    '& > span': { flex: 1 },
  }),
  title: css({ display: 'block', fontWeight: theme.typography.fontWeightMedium }),
  description: css({
    display: 'block',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
