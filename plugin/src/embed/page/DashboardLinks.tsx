import { css } from '@emotion/css';
import { LinkButton } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { DashboardSummary } from '../api/dashboards';
import type { DashboardLink } from '../model/dashboard';
import type { DashboardScope } from './dashboardScope';
import { linksOf } from './linkTargets';

interface Props {
  links: readonly DashboardLink[];
  /** All that the server has. */
  dashboards: readonly DashboardSummary[];
  scope: DashboardScope;
}

/** The links at a dashboard's head; those to other dashboards carry time range and variables where they are told to. */
export function DashboardLinks({ links, dashboards, scope }: Props) {
  const targets = linksOf(links, dashboards, scope);
  if (targets.length === 0) return null;
  return (
    <nav aria-label={t('embed.otherDashboards', 'Other dashboards')} className={styles.links}>
      {targets.map(({ href, title, tooltip, external }) => (
        <LinkButton
          key={`${href} ${title}`}
          href={href}
          tooltip={tooltip}
          variant="secondary"
          icon={external ? 'external-link-alt' : undefined}
          target={external ? '_blank' : undefined}
        >
          {title}
        </LinkButton>
      ))}
    </nav>
  );
}

const styles = { links: css({ display: 'flex', flexWrap: 'wrap', gap: 8, '@media print': { display: 'none' } }) };
