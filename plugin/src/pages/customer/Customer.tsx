import { t } from '../../language/t';
import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { AppPage } from '../frame/AppPage';
import { pageUrl } from '../frame/paths';
import type { AppSettings } from '../settings';
import { SourcePage } from './SourcePage';

interface Props {
  settings: AppSettings | undefined;
}

/**
 * One customer: search, profile, score with its reasons, orders on a timeline, and what would change if something changed.
 * The address says whom: `?id=`, and with several data sources which one: `&source=`.
 */
export default function Customer({ settings }: Props) {
  const [place] = useSearchParams();
  const source = place.get('source');
  return (
    <AppPage
      settings={settings}
      title={t('pages.customer.title', 'Customer')}
      subTitle={t(
        'pages.customer.subtitle',
        'One customer: how likely to buy again and why, what hangs on it, and what to do.',
      )}
      pageNav={{
        text: place.get('id') || t('pages.customer.title', 'Customer'),
        parentItem: {
          text: t('pages.customers.title', 'Customers'),
          url: pageUrl('customers', source ? new URLSearchParams({ source }) : undefined),
        },
      }}
    >
      {({ uid }) => <SourcePage uid={uid} />}
    </AppPage>
  );
}
