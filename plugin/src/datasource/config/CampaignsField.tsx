import { Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const EXAMPLE = '/etc/churnwatch/campaigns.csv';

/** Where the shop's campaigns are written down. */
export function CampaignsField({ settings, disabled, onChange }: SettingsFields) {
  const problem = settingProblem(settings, 'campaignsFile');
  return (
    <Field
      label={t('datasource.config.campaigns.label', 'Campaigns file')}
      description={t(
        'datasource.config.campaigns.help',
        'CSV file with the columns start, name and, if you like, end, text and tags, for annotations. Days as YYYY-MM-DD. Read anew when it changes.',
      )}
      disabled={disabled}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        id="churnwatch-campaignsFile"
        width={60}
        value={settings.campaignsFile ?? ''}
        placeholder={EXAMPLE}
        onChange={(event) => onChange({ campaignsFile: event.currentTarget.value || undefined })}
      />
    </Field>
  );
}
