import { Field, Input } from '@grafana/ui';
import React from 'react';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const FOLDERS = [
  {
    name: 'dataFolder',
    label: 'Data folder',
    description: 'Folder with the CSV files, plain or compressed (.csv.gz), under the names of the Olist data set.',
    placeholder: '/var/lib/churnwatch/olist',
  },
  {
    name: 'warehouseFolder',
    label: 'Warehouse folder',
    description: 'Where the warehouse is kept. Empty: .churnwatch in the data folder, else a private temporary folder.',
    placeholder: '/var/lib/churnwatch/warehouse',
  },
] as const;

/** The folders of the shop's files and of the warehouse. */
export function FolderFields({ settings, disabled, onChange }: SettingsFields) {
  return (
    <>
      {FOLDERS.map(({ name, label, description, placeholder }) => {
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
              placeholder={placeholder}
              onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
            />
          </Field>
        );
      })}
    </>
  );
}
