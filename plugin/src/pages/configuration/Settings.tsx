import type { AppPluginMeta } from '@grafana/data';
import { t } from '../../language/t';
import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { AdministratorsOnly } from '../frame/AdministratorsOnly';
import type { AppSettings } from '../settings';
import Configuration from './Configuration';

/** The app's settings as a page of its own; the same stand on Grafana's page for the plugin. */
export default function Settings({ meta }: { meta: AppPluginMeta<AppSettings> }) {
  return (
    <PluginPage
      renderTitle={() => <h1>{t('pages.settings.title', 'Settings')}</h1>}
      subTitle={t('pages.settings.subtitle', 'Which data the app shows first, and the settings of each data source.')}
    >
      <AdministratorsOnly what={t('pages.settings.role', 'Administrators can change the settings.')}>
        <Configuration plugin={{ meta }} />
      </AdministratorsOnly>
    </PluginPage>
  );
}
