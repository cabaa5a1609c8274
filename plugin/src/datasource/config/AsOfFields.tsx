import { AS_OF_MODES, DEFAULT_SETTINGS, resolveSettings, SettingsError, type AsOfMode, type Settings } from '@contract';
import { Combobox, Field, Input } from '@grafana/ui';
import React from 'react';
import type { SettingsFields } from './fields';

const MODE_TEXTS: Record<AsOfMode, { label: string; description: string }> = {
  range_end: {
    label: 'The end of the time range',
    description: 'Dashboards can go back in time and see customers as they were then.',
  },
  latest: {
    label: 'The last day of the data',
    description: 'Customers are always judged as of the last day of regular trade.',
  },
  fixed: { label: 'A fixed day', description: 'For reports that must not change.' },
};

/** The day as of which customers are judged. A query can name its own. */
export function AsOfFields({ settings, disabled, onChange }: SettingsFields) {
  const mode = settings.asOfMode ?? DEFAULT_SETTINGS.asOfMode;
  const problem = problemOf(settings);
  return (
    <>
      <Field
        label="As of"
        description="The day as of which customers are judged. A query can name its own."
        disabled={disabled}
      >
        <Combobox
          id="churnwatch-asOfMode"
          width={40}
          options={AS_OF_MODES.map((value) => ({ value, ...MODE_TEXTS[value] }))}
          value={mode}
          onChange={(option) => onChange({ asOfMode: option.value })}
        />
      </Field>
      {mode === 'fixed' && (
        <Field
          label="Fixed day"
          description="YYYY-MM-DD. Customers are judged as of the evening of this day."
          disabled={disabled}
          invalid={problem !== undefined}
          error={problem}
        >
          <Input
            id="churnwatch-asOfDay"
            width={20}
            value={settings.asOfDay ?? ''}
            placeholder="2018-06-30"
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
