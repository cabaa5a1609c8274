import type { ParameterSpec } from '@contract';
import { EditorField } from '@grafana/plugin-ui';
import React, { useState } from 'react';
import { conditionProblem, readConditions, type DraftCondition } from '../query/conditions';
import { ConditionList } from './ConditionList';

interface Props {
  spec: Extract<ParameterSpec, { type: 'conditions' }>;
  value: unknown;
  onChange: (conditions: DraftCondition[] | undefined) => void;
}

/** Conditions on numbers, a row each, and below them what is wrong with their values. */
export function ConditionsField({ spec, value, onChange }: Props) {
  // A mistake is named while it is made, before the text becomes the query's.
  const [drafts, setDrafts] = useState<Readonly<Record<number, string>>>({});
  const conditions = readConditions(value);
  const problem = conditions
    .map((condition, i) => conditionProblem(drafts[i] ?? String(condition.value)))
    .find((one) => one !== undefined);
  const change = (changed: DraftCondition[]) => {
    setDrafts({});
    onChange(changed.length > 0 ? changed : undefined);
  };
  return (
    <EditorField label={spec.label} tooltip={spec.help} invalid={problem !== undefined} error={problem}>
      <ConditionList
        spec={spec}
        conditions={conditions}
        onDraft={(row, text) => setDrafts({ ...drafts, [row]: text })}
        onChange={change}
      />
    </EditorField>
  );
}
