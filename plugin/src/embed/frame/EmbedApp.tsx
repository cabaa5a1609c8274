import { loadText, type WarehouseStatus } from '@contract';
import { ThemeContext } from '@grafana/data';
import { ErrorBoundary, GlobalStyles, PortalContainer } from '@grafana/ui';
import React, { useEffect, useMemo } from 'react';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { messageOf } from '../api/http';
import { useStatus } from '../api/useStatus';
import { usePlace } from '../host/location';
import { embedRouteOf } from '../host/route';
import { themeOf } from '../host/themes';
import { useThemeMode } from '../host/useThemeMode';
import { EmbedFailure } from './EmbedFailure';
import { EmbedPage } from './EmbedPage';
import { useForeignLinks } from './useForeignLinks';

/** A page that stands in a frame of another one: a dashboard or a panel without anything around it. */
export function EmbedApp() {
  const [mode] = useThemeMode();
  const theme = useMemo(() => themeOf(mode), [mode]);
  useForeignLinks();
  useEffect(() => {
    document.body.style.background = theme.colors.background.canvas;
  }, [theme]);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <ErrorBoundary>
        {({ error }) => (error ? <EmbedFailure message={messageOf(error)} /> : <EmbedContent />)}
      </ErrorBoundary>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

const failureOf = ({ error }: WarehouseStatus): string =>
  error === undefined ? t('frame.noData', 'There is no data to show.') : loadText(error, currentLanguage());

function EmbedContent() {
  const { status, connection } = useStatus();
  const { pathname, search } = usePlace();
  const route = embedRouteOf(pathname);
  if (!route) return <EmbedFailure message={t('frame.nothingHere', 'There is nothing at this address.')} />;
  if (!status && connection.lost !== undefined) return <EmbedFailure message={connection.lost} />;
  if (status && !status.generation && status.state === 'failed') {
    return <EmbedFailure message={failureOf(status)} />;
  }
  return (
    <EmbedPage
      {...route}
      search={search}
      status={status?.generation ? status : undefined}
      returns={connection.returns}
    />
  );
}
