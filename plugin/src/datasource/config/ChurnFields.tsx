import { DEFAULT_BANDS, DEFAULT_SETTINGS, type BandThresholds } from '@contract';
import { Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const EXAMPLE = '/etc/churnwatch/playbook.yaml';

const bounds = () => [
  {
    name: 'high' as const,
    label: t('datasource.config.churn.high', 'High risk up to'),
    description: t(
      'datasource.config.churn.highHelp',
      'Customers whose odds of buying again are at most this multiple of the average.',
    ),
  },
  {
    name: 'low' as const,
    label: t('datasource.config.churn.low', 'Low risk from'),
    description: t(
      'datasource.config.churn.lowHelp',
      'Customers whose odds of buying again are at least this multiple of the average.',
    ),
  },
];

/** What the churn score predicts, where the risk bands begin, and what to do about it. */
export function ChurnFields({ settings, disabled, onChange }: SettingsFields) {
  const horizonProblem = settingProblem(settings, 'horizonDays');
  const bandsProblem = settingProblem(settings, 'riskBands');
  const playbookProblem = settingProblem(settings, 'playbookFile');
  const bands: Partial<BandThresholds> = settings.riskBands ?? {};
  const changeBand = (name: keyof BandThresholds, text: string) => {
    const { [name]: _, ...other } = bands;
    const next = text === '' ? other : { ...other, [name]: Number(text) };
    // A bound that is left empty keeps its default.
    const isEmpty = Object.keys(next).length === 0;
    onChange({ riskBands: isEmpty ? undefined : { ...DEFAULT_BANDS, ...next } });
  };
  return (
    <>
      <Field
        label={t('datasource.config.churn.horizon', 'Horizon (days)')}
        description={t(
          'datasource.config.churn.horizonHelp',
          'The churn score is the probability of no purchase within so many days. A change trains a new model.',
        )}
        disabled={disabled}
        invalid={horizonProblem !== undefined}
        error={horizonProblem}
      >
        <Input
          id="churnwatch-horizonDays"
          type="number"
          width={20}
          min={1}
          max={3650}
          value={settings.horizonDays ?? ''}
          placeholder={String(DEFAULT_SETTINGS.horizonDays)}
          onChange={({ currentTarget: { value } }) =>
            onChange({ horizonDays: value === '' ? undefined : Number(value) })
          }
        />
      </Field>
      {bounds().map(({ name, label, description }) => (
        <Field
          key={name}
          label={label}
          description={description}
          disabled={disabled}
          invalid={bandsProblem !== undefined}
          error={bandsProblem}
        >
          <Input
            id={`churnwatch-riskBands-${name}`}
            type="number"
            width={20}
            min={0}
            step={0.05}
            suffix={t('datasource.config.churn.times', '× average')}
            value={bands[name] ?? ''}
            placeholder={String(DEFAULT_BANDS[name])}
            onChange={(event) => changeBand(name, event.currentTarget.value)}
          />
        </Field>
      ))}
      <Field
        label={t('datasource.config.churn.playbook', 'Playbook file')}
        description={t(
          'datasource.config.churn.playbookHelp',
          'YAML file with your own retention playbook. Empty: the one that comes along.',
        )}
        disabled={disabled}
        invalid={playbookProblem !== undefined}
        error={playbookProblem}
      >
        <Input
          id="churnwatch-playbookFile"
          width={60}
          value={settings.playbookFile ?? ''}
          placeholder={EXAMPLE}
          onChange={(event) => onChange({ playbookFile: event.currentTarget.value || undefined })}
        />
      </Field>
    </>
  );
}
