import { MAX_CONDITIONS, type ParameterSpec } from '@contract';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { withCondition, type DraftCondition } from '../query/conditions';
import { ConditionRow } from './ConditionRow';

interface Props {
  spec: Extract<ParameterSpec, { type: 'conditions' }>;
  conditions: readonly DraftCondition[];
  /** The text of a row's value at every keystroke. */
  onDraft: (row: number, text: string) => void;
  onChange: (conditions: DraftCondition[]) => void;
}

/** The rows of conditions, all of which must hold, and a button for one more. */
export function ConditionList({ spec, conditions, onDraft, onChange }: Props) {
  const more = withCondition(conditions, spec);
  return (
    <Stack direction="column" gap={0.5} alignItems="flex-start">
      {conditions.map((condition, i) => (
        <ConditionRow
          key={i}
          name={t('datasource.editor.condition', 'Condition {{number}}', { number: i + 1 })}
          fields={spec.fields}
          condition={condition}
          onDraft={(text) => onDraft(i, text)}
          onChange={(changed) => onChange(conditions.map((one, at) => (at === i ? changed : one)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== i))}
        />
      ))}
      <Button
        variant="secondary"
        size="sm"
        icon="plus"
        disabled={more === undefined}
        tooltip={
          more === undefined
            ? t('datasource.editor.mostConditions', 'At most {{most}} conditions.', { most: MAX_CONDITIONS })
            : undefined
        }
        onClick={() => more && onChange(more)}
      >
        {t('datasource.editor.addCondition', 'Add condition')}
      </Button>
    </Stack>
  );
}
