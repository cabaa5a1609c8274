import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { addUrl } from '../sources';

/** What the home page says while there is no data source, and the way to one. */
export function NoSource() {
  return (
    <EmptyState
      variant="call-to-action"
      message={t('pages.home.none', 'There is no Churnwatch data source yet')}
      button={
        <LinkButton href={addUrl()} icon="plus">
          {t('pages.home.add', 'Add the data source')}
        </LinkButton>
      }
    >
      {t(
        'pages.home.noneHelp',
        'Add one to begin. Without any settings it loads generated sample data; name the folder of your own order files to see your own shop. If you cannot add data sources, ask an administrator.',
      )}
    </EmptyState>
  );
}
