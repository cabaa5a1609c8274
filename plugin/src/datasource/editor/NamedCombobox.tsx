import { Combobox, type ComboboxOption } from '@grafana/ui';
import React, { useId } from 'react';

interface Props<T extends string> {
  /** What it is called by who hears the form; those who see it read it off its place. */
  name: string;
  options: Array<ComboboxOption<T>>;
  value: T;
  width: number;
  onChange: (value: T) => void;
}

/** A choice in the midst of a row, where no label has room. */
export function NamedCombobox<T extends string>({ name, options, value, width, onChange }: Props<T>) {
  const id = useId();
  return (
    <>
      <span id={id} hidden>
        {name}
      </span>
      <Combobox
        aria-labelledby={id}
        options={options}
        value={value}
        width={width}
        onChange={(option) => onChange(option.value)}
      />
    </>
  );
}
