import { AS_OF_MODES, DEFAULT_SETTINGS, resolveSettings, SettingsError, type AsOfMode, type Settings } from '@contract';
import { Combobox, Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';

const EXAMPLE = '2018-06-30';

const modeTexts = (): Record<AsOfMode, { label: string; description: string }> => ({
  range_end: {
    label: t('datasource.config.asOf.rangeEnd', 'The end of the time range'),
    description: t(
      'datasource.config.asOf.rangeEndHelp',
      'Dashboards can go back in time and see customers as they were then.',
    ),
  },
  latest: {
    label: t('datasource.config.asOf.latest', 'The last day of the data'),
    description: t(
      'datasource.config.asOf.latestHelp',
      'Customers are always judged as of the last day of regular trade.',
    ),
  },
  fixed: {
    label: t('datasource.config.asOf.fixed', 'A fixed day'),
    description: t('datasource.config.asOf.fixedHelp', 'For reports that must not change.'),
  },
});

/** The day as of which customers are judged. A query can name its own. */
export function AsOfFields({ settings, disabled, onChange }: SettingsFields) {
  const mode = settings.asOfMode ?? DEFAULT_SETTINGS.asOfMode;
  const problem = problemOf(settings);
  const texts = modeTexts();
  return (
    <>
      <Field
        label={t('datasource.config.asOf.label', 'As of')}
        description={t(
          'datasource.config.asOf.help',
          'The day as of which customers are judged. A query can name its own.',
        )}
        disabled={disabled}
      >
        <Combobox
          id="churnwatch-asOfMode"
          width={40}
          options={AS_OF_MODES.map((value) => ({ value, ...texts[value] }))}
          value={mode}
          onChange={(option) => onChange({ asOfMode: option.value })}
        />
      </Field>
      {mode === 'fixed' && (
        <Field
          label={t('datasource.config.asOf.day', 'Fixed day')}
          description={t(
            'datasource.config.asOf.dayHelp',
            'YYYY-MM-DD. Customers are judged as of the evening of this day.',
          )}
          disabled={disabled}
          invalid={problem !== undefined}
          error={problem}
        >
          <Input
            id="churnwatch-asOfDay"
            width={20}
            value={settings.asOfDay ?? ''}
            placeholder={EXAMPLE}
            onChange={(event) => onChange({ asOfDay: event.currentTarget.value || undefined })}
          />
        </Field>
      )}
    </>
  );
}

function problemOf({ asOfMode, asOfDay }: Settings): string | undefined {
  try {
    resolveSettings({ asOfMode, asOfDay });
    return undefined;
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}
