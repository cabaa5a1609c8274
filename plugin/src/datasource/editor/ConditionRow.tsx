import type { Choice } from '@contract';
import { IconButton, Stack } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { conditionProblem, conditionValue, OPERATORS, type DraftCondition } from '../query/conditions';
import { DraftInput } from './DraftInput';
import { NamedCombobox } from './NamedCombobox';

interface Props {
  /** Which one it is, for readers who hear the form. */
  name: string;
  fields: readonly Choice[];
  condition: DraftCondition;
  onDraft: (text: string) => void;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

/** One condition: a number of the row, how it is compared, and with what. */
export function ConditionRow({ name, fields, condition, onDraft, onChange, onRemove }: Props) {
  const text = String(condition.value);
  return (
    <Stack gap={0.5} alignItems="center">
      <NamedCombobox
        name={t('datasource.editor.conditionNumber', '{{name}}: number', { name })}
        options={[...fields]}
        value={condition.field}
        width={26}
        onChange={(field) => onChange({ ...condition, field })}
      />
      <NamedCombobox
        name={t('datasource.editor.conditionComparison', '{{name}}: comparison', { name })}
        options={OPERATORS}
        value={condition.operator}
        width={9}
        onChange={(operator) => onChange({ ...condition, operator })}
      />
      <DraftInput
        label={t('datasource.editor.conditionValue', '{{name}}: value', { name })}
        value={text}
        width={14}
        invalid={conditionProblem(text) !== undefined}
        onDraft={onDraft}
        onCommit={(written) => onChange({ ...condition, value: conditionValue(written) })}
      />
      <IconButton
        name="trash-alt"
        tooltip={t('datasource.editor.conditionRemove', 'Remove {{name}}', { name: name.toLowerCase() })}
        onClick={onRemove}
      />
    </Stack>
  );
}
