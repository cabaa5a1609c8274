import { RadioButtonGroup } from '@grafana/ui';
import React from 'react';

export type EditorMode = 'builder' | 'sql';

interface Props {
  mode: EditorMode;
  onChange: (mode: EditorMode) => void;
}

const OPTIONS: Array<{ label: string; value: EditorMode; description: string }> = [
  { label: 'Builder', value: 'builder', description: 'Choose a question and narrow it down' },
  { label: 'SQL', value: 'sql', description: 'See or write a SELECT over the marts' },
];

/** How a query is written. */
export function ModeSwitch({ mode, onChange }: Props) {
  return <RadioButtonGroup aria-label="Editor mode" size="sm" options={OPTIONS} value={mode} onChange={onChange} />;
}
