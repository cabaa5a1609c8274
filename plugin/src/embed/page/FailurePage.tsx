import { LinkButton } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { CenteredPage } from './CenteredPage';

interface Props {
  title: string;
  message: string;
  /** False where there is no list of dashboards to go to. */
  toList?: boolean;
}

/** What went wrong, in the server's words, and the way on. */
export function FailurePage({ title, message, toList = true }: Props) {
  return (
    <CenteredPage title={title}>
      <p role="alert" style={{ whiteSpace: 'pre-line' }}>
        {message}
      </p>
      {toList && (
        <LinkButton href="/" variant="secondary" icon="apps">
          {t('embed.allDashboards', 'All dashboards')}
        </LinkButton>
      )}
    </CenteredPage>
  );
}
