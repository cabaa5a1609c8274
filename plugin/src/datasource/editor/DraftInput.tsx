import { Input } from '@grafana/ui';
import React, { useEffect, useState, type KeyboardEvent } from 'react';

interface Props {
  id?: string;
  /** What the field is called where no label stands beside it. */
  label?: string;
  value: string;
  placeholder?: string;
  width?: number;
  invalid?: boolean;
  disabled?: boolean;
  /** Every keystroke, so that a mistake can be named while it is made. */
  onDraft?: (text: string) => void;
  /** The text when the field is left or Enter is pressed, if it has changed. */
  onCommit: (text: string) => void;
}

/** A text field that hands on its text when the writer is done with it, not at every keystroke. */
export function DraftInput({ id, label, value, onDraft, onCommit, ...rest }: Props) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);

  const commit = () => {
    const text = draft.trim();
    if (text !== value) onCommit(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
  };
  const onChange = (text: string) => {
    setDraft(text);
    onDraft?.(text.trim());
  };

  return (
    <Input
      id={id}
      aria-label={label}
      value={draft}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      {...rest}
    />
  );
}
