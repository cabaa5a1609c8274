import { PluginPage } from '@grafana/runtime';
import { LinkButton, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { t } from '../../language/t';
import { isAdministrator } from '../frame/role';
import { configurationUrl, listSources } from '../sources';
import type { AppSettings } from '../settings';
import { NoSource } from './NoSource';
import { SourceCard } from './SourceCard';

interface Props {
  settings: AppSettings | undefined;
}

/** The app's first page: which data is loaded, how fresh it is, and the way to the dashboards. */
export default function Home({ settings }: Props) {
  const sources = useMemo(() => listSources(settings), [settings]);
  return (
    <PluginPage
      subTitle={t(
        'pages.home.subtitle',
        'Who is about to stop buying, which segments are in danger, and how much revenue hangs on it.',
      )}
      actions={
        isAdministrator() && (
          <LinkButton href={configurationUrl()} variant="secondary" icon="cog">
            {t('pages.home.configuration', 'Configuration')}
          </LinkButton>
        )
      }
    >
      {sources.length === 0 ? (
        <NoSource />
      ) : (
        <Stack direction="column" gap={3}>
          {sources.map((source) => (
            <SourceCard key={source.uid} source={source} several={sources.length > 1} />
          ))}
        </Stack>
      )}
    </PluginPage>
  );
}
