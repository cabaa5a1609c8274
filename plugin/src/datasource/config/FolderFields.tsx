import { Field, Input } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const folders = () => [
  {
    name: 'dataFolder' as const,
    label: t('datasource.config.folders.data', 'Data folder'),
    description: t(
      'datasource.config.folders.dataHelp',
      'Folder with the CSV files, plain or compressed (.csv.gz), under the names of the Olist data set.',
    ),
    example: '/var/lib/churnwatch/olist',
  },
  {
    name: 'warehouseFolder' as const,
    label: t('datasource.config.folders.warehouse', 'Warehouse folder'),
    description: t(
      'datasource.config.folders.warehouseHelp',
      'Where the warehouse is kept. Empty: .churnwatch in the data folder, else a private temporary folder.',
    ),
    example: '/var/lib/churnwatch/warehouse',
  },
];

/** The folders of the shop's files and of the warehouse. */
export function FolderFields({ settings, disabled, onChange }: SettingsFields) {
  return (
    <>
      {folders().map(({ name, label, description, example }) => {
        const problem = settingProblem(settings, name);
        return (
          <Field
            key={name}
            label={label}
            description={description}
            disabled={disabled}
            invalid={problem !== undefined}
            error={problem}
          >
            <Input
              id={`churnwatch-${name}`}
              width={60}
              value={settings[name] ?? ''}
              placeholder={example}
              onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
            />
          </Field>
        );
      })}
    </>
  );
}
