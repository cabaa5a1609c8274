import { DEFAULT_SETTINGS, MASK_MODES, type MaskMode } from '@contract';
import { Combobox, Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const maskTexts = (): Record<MaskMode, { label: string; description: string }> => ({
  viewers: {
    label: t('datasource.config.editors', 'Editors and admins'),
    description: t('datasource.config.mask.viewersHelp', 'Viewers see customer ids shortened.'),
  },
  everybody: {
    label: t('datasource.config.nobody', 'Nobody'),
    description: t('datasource.config.mask.everybodyHelp', 'Everybody sees customer ids shortened.'),
  },
  nobody: {
    label: t('datasource.config.everybody', 'Everybody'),
    description: t('datasource.config.mask.nobodyHelp', 'Nobody sees customer ids shortened.'),
  },
});

/** The churn rule, and who sees full customer ids. */
export function RuleFields({ settings, disabled, onChange }: SettingsFields) {
  const churnProblem = settingProblem(settings, 'churnDays');
  const texts = maskTexts();
  const maskProblem = settingProblem(settings, 'maskCustomerIds');
  return (
    <>
      <Field
        label={t('datasource.config.churnDays.label', 'Churned after (days)')}
        description={t(
          'datasource.config.churnDays.help',
          'A customer without a purchase for so many days counts as churned.',
        )}
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
        label={t('datasource.config.mask.label', 'Full customer ids are seen by')}
        description={t('datasource.config.mask.help', 'Everybody else sees the beginning of an id only.')}
        disabled={disabled}
        invalid={maskProblem !== undefined}
        error={maskProblem}
      >
        <Combobox
          id="churnwatch-maskCustomerIds"
          width={40}
          options={MASK_MODES.map((value) => ({ value, ...texts[value] }))}
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
