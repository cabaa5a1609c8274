import { EditorField } from '@grafana/plugin-ui';
import { TextArea } from '@grafana/ui';
import React, { useState } from 'react';

const SQL = 'SQL';
const EXAMPLE = 'SELECT DISTINCT …';

interface Props {
  id: string;
  value: string;
  help: string;
  /** Called with the statement when the field is left. */
  onChange: (statement: string) => void;
}

/** A short statement in SQL, taken when the field is left. */
export function StatementField({ id, value, help, onChange }: Props) {
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    if (draft !== undefined && draft !== value) onChange(draft);
    setDraft(undefined);
  };
  return (
    <EditorField label={SQL} tooltip={help} htmlFor={id} width={80}>
      <TextArea
        id={id}
        rows={4}
        value={draft ?? value}
        placeholder={EXAMPLE}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
      />
    </EditorField>
  );
}
