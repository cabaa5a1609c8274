import type { Choice } from '@contract';
import { IconButton, Stack } from '@grafana/ui';
import React from 'react';
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
        name={`${name}: number`}
        options={[...fields]}
        value={condition.field}
        width={26}
        onChange={(field) => onChange({ ...condition, field })}
      />
      <NamedCombobox
        name={`${name}: comparison`}
        options={OPERATORS}
        value={condition.operator}
        width={9}
        onChange={(operator) => onChange({ ...condition, operator })}
      />
      <DraftInput
        label={`${name}: value`}
        value={text}
        width={14}
        invalid={conditionProblem(text) !== undefined}
        onDraft={onDraft}
        onCommit={(written) => onChange({ ...condition, value: conditionValue(written) })}
      />
      <IconButton name="trash-alt" tooltip={`Remove ${name.toLowerCase()}`} onClick={onRemove} />
    </Stack>
  );
}
