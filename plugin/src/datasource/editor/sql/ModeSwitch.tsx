import { RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';

export type EditorMode = 'builder' | 'sql';

interface Props {
  mode: EditorMode;
  onChange: (mode: EditorMode) => void;
}

const SQL = 'SQL';

const options = (): Array<{ label: string; value: EditorMode; description: string }> => [
  {
    label: t('datasource.sql.builder', 'Builder'),
    value: 'builder',
    description: t('datasource.sql.builderHelp', 'Choose a question and narrow it down'),
  },
  { label: SQL, value: 'sql', description: t('datasource.sql.sqlHelp', 'See or write a SELECT over the marts') },
];

/** How a query is written. */
export function ModeSwitch({ mode, onChange }: Props) {
  return (
    <RadioButtonGroup
      aria-label={t('datasource.sql.mode', 'Editor mode')}
      size="sm"
      options={options()}
      value={mode}
      onChange={onChange}
    />
  );
}
