import type { AppPluginMeta } from '@grafana/data';
import { Alert, Button, Combobox, Field } from '@grafana/ui';
import React, { useState } from 'react';
import { messageOf } from '../../components/status/readStatus';
import { t } from '../../language/t';
import { NoSource } from '../home/NoSource';
import type { AppSettings } from '../settings';
import { listSources } from '../sources';
import { saveSettings } from './saveSettings';
import { SourceList } from './SourceList';

interface Props {
  /** The app, of which Grafana's own page for plugins gives the whole. */
  plugin: { meta: AppPluginMeta<AppSettings> };
  /** Called after saving: Grafana reads an app's settings once, when the page is loaded. */
  reload?: () => void;
}

type Saving = { state: 'idle' | 'saving' } | { state: 'failed'; message: string };

/** The app's configuration: which data source it shows first, and the way to the settings of each. */
export default function Configuration({ plugin, reload = () => window.location.reload() }: Props) {
  const { meta } = plugin;
  const sources = listSources(meta.jsonData);
  const saved = sources.find((source) => source.isDefault)?.uid ?? null;
  const [chosen, setChosen] = useState(saved);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });

  const save = async () => {
    setSaving({ state: 'saving' });
    try {
      await saveSettings(meta, { ...meta.jsonData, defaultDatasource: chosen ?? undefined });
      reload();
    } catch (failure) {
      setSaving({ state: 'failed', message: messageOf(failure) });
    }
  };

  if (sources.length === 0) return <NoSource />;
  return (
    <>
      <Field
        label={t('pages.configuration.default', 'Default data source')}
        description={t('pages.configuration.defaultHelp', "The data that the app's home page shows first.")}
      >
        <Combobox
          id="churnwatch-default-datasource"
          width={40}
          options={sources.map(({ uid, name }) => ({ value: uid, label: name }))}
          value={chosen}
          onChange={(option) => setChosen(option.value)}
        />
      </Field>
      <Button onClick={save} disabled={saving.state === 'saving' || chosen === null}>
        {saving.state === 'saving' ? t('pages.configuration.saving', 'Saving…') : t('pages.configuration.save', 'Save')}
      </Button>
      {saving.state === 'failed' && (
        <Alert
          title={t('pages.configuration.failed', 'The configuration could not be saved')}
          severity="error"
          topSpacing={2}
        >
          {saving.message}
        </Alert>
      )}
      <SourceList sources={sources} />
    </>
  );
}
