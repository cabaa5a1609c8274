import { DEFAULT_SETTINGS, SQL_LIMIT_NAMES, SQL_LIMIT_SPECS, SQL_MODES, type SqlLimits, type SqlMode } from '@contract';
import { Combobox, Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const modeTexts = (): Record<SqlMode, { label: string; description: string }> => ({
  off: {
    label: t('datasource.config.nobody', 'Nobody'),
    description: t('datasource.config.sql.offHelp', 'Queries are built from fields only.'),
  },
  editors: {
    label: t('datasource.config.editors', 'Editors and admins'),
    description: t('datasource.config.sql.editorsHelp', 'And the alert rules that they write.'),
  },
  everybody: {
    label: t('datasource.config.everybody', 'Everybody'),
    description: t(
      'datasource.config.sql.everybodyHelp',
      'Whoever may query the data source can send any SELECT over the marts, also viewers of a dashboard.',
    ),
  },
});

/** Who may run SQL, and what it may use up. */
export function SqlFields({ settings, disabled, onChange }: SettingsFields) {
  const mode = settings.sqlMode ?? DEFAULT_SETTINGS.sqlMode;
  const texts = modeTexts();
  const modeProblem = settingProblem(settings, 'sqlMode');
  return (
    <>
      <Field
        label={t('datasource.config.sql.label', 'SQL can be run by')}
        description={t(
          'datasource.config.sql.help',
          'Statements only read, in a sandbox of their own, within the limits below. Customer ids follow the rule above.',
        )}
        disabled={disabled}
        invalid={modeProblem !== undefined}
        error={modeProblem}
      >
        <Combobox
          id="churnwatch-sqlMode"
          width={40}
          options={SQL_MODES.map((value) => ({ value, ...texts[value] }))}
          value={mode}
          onChange={(option) => onChange({ sqlMode: option.value })}
        />
      </Field>
      {mode !== 'off' &&
        SQL_LIMIT_NAMES.map((name) => (
          <LimitField key={name} name={name} settings={settings} disabled={disabled} onChange={onChange} />
        ))}
    </>
  );
}

function LimitField({ name, settings, disabled, onChange }: SettingsFields & { name: keyof SqlLimits }) {
  const { label, help, min, max, default: fallback } = SQL_LIMIT_SPECS[name];
  const limits: Partial<SqlLimits> = settings.sqlLimits ?? {};
  const problem = settingProblem({ sqlLimits: { [name]: limits[name] } }, 'sqlLimits');
  const change = (text: string) => {
    const { [name]: _, ...others } = limits;
    const next = text === '' ? others : { ...others, [name]: Number(text) };
    onChange({ sqlLimits: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <Field label={label} description={help} disabled={disabled} invalid={problem !== undefined} error={problem}>
      <Input
        id={`churnwatch-sqlLimits-${name}`}
        type="number"
        width={20}
        min={min}
        max={max}
        value={limits[name] ?? ''}
        placeholder={String(fallback)}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}
