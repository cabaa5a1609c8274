import type { ParameterSpec } from '@contract';
import { EditorField } from '@grafana/plugin-ui';
import React, { useState } from 'react';
import { problemOf } from '../query/problems';
import { parameterText } from '../query/parameterText';
import { ParameterInput } from './ParameterInput';

interface Props {
  spec: ParameterSpec;
  value: unknown;
  /** Prefix of the field's element id: several editors stand on one page. */
  idPrefix: string;
  /** Variables that may stand in the place of a value, as they are written: `$state`. */
  variables: readonly string[];
  onChange: (value: unknown) => void;
}

/** One parameter of a query as a form field: label, help, input and, below it, what is wrong with its value. */
export function ParameterField({ spec, value, idPrefix, variables, onChange }: Props) {
  const [draft, setDraft] = useState<string>();
  const id = `${idPrefix}-${spec.name}`;
  const problem = problemOf(spec, draft ?? parameterText(spec, value));
  return (
    <EditorField label={spec.label} tooltip={spec.help} htmlFor={id} invalid={problem !== undefined} error={problem}>
      <ParameterInput
        id={id}
        spec={spec}
        value={value}
        variables={variables}
        invalid={problem !== undefined}
        onDraft={setDraft}
        onChange={onChange}
      />
    </EditorField>
  );
}
