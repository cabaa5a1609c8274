import { DEFAULT_SETTINGS, MASK_MODES, type MaskMode } from '@contract';
import { Combobox, Field, Input } from '@grafana/ui';
import React from 'react';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const MASK_TEXTS: Record<MaskMode, { label: string; description: string }> = {
  viewers: { label: 'Editors and admins', description: 'Viewers see customer ids shortened.' },
  everybody: { label: 'Nobody', description: 'Everybody sees customer ids shortened.' },
  nobody: { label: 'Everybody', description: 'Nobody sees customer ids shortened.' },
};

/** The churn rule, and who sees full customer ids. */
export function RuleFields({ settings, disabled, onChange }: SettingsFields) {
  const churnProblem = settingProblem(settings, 'churnDays');
  const maskProblem = settingProblem(settings, 'maskCustomerIds');
  return (
    <>
      <Field
        label="Churned after (days)"
        description="A customer without a purchase for so many days counts as churned."
        disabled={disabled}
        invalid={churnProblem !== undefined}
        error={churnProblem}
      >
        <Input
          id="churnwatch-churnDays"
          type="number"
          width={20}
          min={1}
          max={3650}
          value={settings.churnDays ?? ''}
          placeholder={String(DEFAULT_SETTINGS.churnDays)}
          onChange={(event) => onChange({ churnDays: toNumber(event.currentTarget.value) })}
        />
      </Field>
      <Field
        label="Full customer ids are seen by"
        description="Everybody else sees the beginning of an id only."
        disabled={disabled}
        invalid={maskProblem !== undefined}
        error={maskProblem}
      >
        <Combobox
          id="churnwatch-maskCustomerIds"
          width={40}
          options={MASK_MODES.map((value) => ({ value, ...MASK_TEXTS[value] }))}
          value={settings.maskCustomerIds ?? DEFAULT_SETTINGS.maskCustomerIds}
          onChange={(option) => onChange({ maskCustomerIds: option.value })}
        />
      </Field>
    </>
  );
}

function toNumber(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}
