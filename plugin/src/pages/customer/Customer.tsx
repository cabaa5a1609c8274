import { PluginPage } from '@grafana/runtime';
import { Combobox, Field, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { NoSource } from '../home/NoSource';
import type { AppSettings } from '../settings';
import { listSources } from '../sources';
import { SourcePage } from './SourcePage';

interface Props {
  settings: AppSettings | undefined;
}

/**
 * One customer: search, profile, score with its reasons, orders on a timeline, and what would change if something changed.
 * The address says whom: `?id=`, and with several data sources which one: `&source=`.
 */
export default function Customer({ settings }: Props) {
  const sources = useMemo(() => listSources(settings), [settings]);
  const [place, setPlace] = useSearchParams();
  const source = sources.find(({ uid }) => uid === place.get('source')) ?? sources[0];
  return (
    <PluginPage subTitle="One customer: how likely to buy again and why, what hangs on it, and what to do.">
      {source ? (
        <Stack direction="column" gap={2}>
          {sources.length > 1 && (
            <Field label="Data source" htmlFor="churnwatch-source" noMargin>
              <Combobox
                id="churnwatch-source"
                width={44}
                options={sources.map(({ uid, name }) => ({ value: uid, label: name }))}
                value={source.uid}
                onChange={({ value }) => setPlace({ source: value })}
              />
            </Field>
          )}
          <SourcePage key={source.uid} uid={source.uid} />
        </Stack>
      ) : (
        <NoSource />
      )}
    </PluginPage>
  );
}
