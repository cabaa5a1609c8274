import { Field, Input } from '@grafana/ui';
import React from 'react';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

/** Where the shop's campaigns are written down. */
export function CampaignsField({ settings, disabled, onChange }: SettingsFields) {
  const problem = settingProblem(settings, 'campaignsFile');
  return (
    <Field
      label="Campaigns file"
      description="CSV file with the columns start, name and, if you like, end, text and tags, for annotations. Days as YYYY-MM-DD. Read anew when it changes."
      disabled={disabled}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        id="churnwatch-campaignsFile"
        width={60}
        value={settings.campaignsFile ?? ''}
        placeholder="/etc/churnwatch/campaigns.csv"
        onChange={(event) => onChange({ campaignsFile: event.currentTarget.value || undefined })}
      />
    </Field>
  );
}
