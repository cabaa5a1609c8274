import { DEFAULT_SETTINGS } from '@contract';
import { Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

/** Whose holidays the forecast knows. */
export function ForecastFields({ settings, disabled, onChange }: SettingsFields) {
  const problem = settingProblem(settings, 'country');
  return (
    <Field
      label={t('datasource.config.country.label', 'Country')}
      description={t(
        'datasource.config.country.help',
        'Two letters of the country (ISO 3166-1, e.g. BR) whose holidays bend sales. Black Friday is always among them.',
      )}
      disabled={disabled}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        id="churnwatch-country"
        width={20}
        value={settings.country ?? ''}
        placeholder={DEFAULT_SETTINGS.country}
        onChange={(event) => onChange({ country: event.currentTarget.value || undefined })}
      />
    </Field>
  );
}
