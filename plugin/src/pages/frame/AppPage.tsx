import type { NavModelItem } from '@grafana/data';
import { t } from '../../language/t';
import { PluginPage } from '@grafana/runtime';
import { Combobox, Field, Stack } from '@grafana/ui';
import React, { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { NoSource } from '../home/NoSource';
import type { AppSettings } from '../settings';
import { listSources, type Source } from '../sources';

interface Props {
  settings: AppSettings | undefined;
  /** The page's name, which the menu and the breadcrumbs have in English. */
  title: string;
  subTitle: string;
  /** Where the page hangs in the breadcrumbs, where the menu does not say so. */
  pageNav?: NavModelItem;
  /** What the page shows of the chosen data source. */
  children: (source: Source) => ReactNode;
}

/**
 * A page about one data source. The address says which one (`?source=`), else it is the one that the app shows first;
 * where there are several, the reader can choose.
 */
export function AppPage({ settings, title, subTitle, pageNav, children }: Props) {
  const sources = useMemo(() => listSources(settings), [settings]);
  const [place, setPlace] = useSearchParams();
  const source = sources.find(({ uid }) => uid === place.get('source')) ?? sources[0];
  return (
    <PluginPage subTitle={subTitle} pageNav={pageNav} renderTitle={() => <h1>{title}</h1>}>
      {source ? (
        <Stack direction="column" gap={2}>
          {sources.length > 1 && (
            <Field label={t('pages.source.label', 'Data source')} htmlFor="churnwatch-source" noMargin>
              <Combobox
                id="churnwatch-source"
                width="auto"
                minWidth={24}
                maxWidth={44}
                options={sources.map(({ uid, name }) => ({ value: uid, label: name }))}
                value={source.uid}
                onChange={({ value }) => setPlace({ source: value })}
              />
            </Field>
          )}
          <React.Fragment key={source.uid}>{children(source)}</React.Fragment>
        </Stack>
      ) : (
        <NoSource />
      )}
    </PluginPage>
  );
}
