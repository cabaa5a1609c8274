import type { Choice, ParameterSpec } from '@contract';
import { EditorSwitch } from '@grafana/plugin-ui';
import { Combobox, MultiCombobox, type ComboboxOption } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { parameterText, parameterValue } from '../query/parameterText';
import { toTexts } from '../query/parameters';
import { DraftInput } from './DraftInput';

interface Props {
  id: string;
  spec: ParameterSpec;
  value: unknown;
  variables: readonly string[];
  invalid: boolean;
  onDraft: (text: string) => void;
  onChange: (value: unknown) => void;
}

type ChoiceSpec = Extract<ParameterSpec, { type: 'choice' }>;
type ChoicesSpec = Extract<ParameterSpec, { type: 'choices' }>;

/** The input that fits a parameter's type. */
export function ParameterInput(props: Props) {
  const { id, spec, value, onChange } = props;
  switch (spec.type) {
    case 'choice':
      return <ChoiceInput {...props} spec={spec} />;
    case 'choices':
      return <ChoicesInput {...props} spec={spec} />;
    case 'boolean':
      return (
        <EditorSwitch
          id={id}
          value={typeof value === 'boolean' ? value : spec.default}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    default:
      return <TextInput {...props} />;
  }
}

function ChoiceInput({ id, spec, value, variables, onChange }: Props & { spec: ChoiceSpec }) {
  const common = {
    id,
    options: withVariables(spec.choices, variables),
    createCustomValue: true,
    width: 'auto',
    minWidth: 20,
    maxWidth: 40,
  } as const;
  const chosen = toTexts(value)[0] ?? spec.default ?? null;
  return spec.default === undefined ? (
    <Combobox
      {...common}
      value={chosen}
      isClearable
      placeholder={t('datasource.editor.none', 'None')}
      onChange={(option) => onChange(option?.value)}
    />
  ) : (
    <Combobox {...common} value={chosen} onChange={(option) => onChange(option.value)} />
  );
}

function ChoicesInput({ id, spec, value, variables, onChange }: Props & { spec: ChoicesSpec }) {
  return (
    <MultiCombobox
      id={id}
      options={withVariables(spec.choices, variables)}
      value={toTexts(value)}
      createCustomValue
      isClearable
      placeholder={t('datasource.editor.all', 'All')}
      width="auto"
      minWidth={24}
      maxWidth={60}
      onChange={(options) => onChange(options.map((option) => option.value))}
    />
  );
}

function TextInput({ id, spec, value, invalid, onDraft, onChange }: Props) {
  const commit = (text: string) => onChange(parameterValue(spec, text));
  return (
    <DraftInput
      id={id}
      value={parameterText(spec, value)}
      placeholder={placeholderOf(spec)}
      width={spec.type === 'numbers' ? 50 : 18}
      invalid={invalid}
      onDraft={onDraft}
      onCommit={commit}
    />
  );
}

function placeholderOf(spec: ParameterSpec): string {
  if (spec.type === 'day') return t('datasource.editor.day', 'YYYY-MM-DD');
  if (spec.type === 'numbers') return 'recency_days = 30, frequency = 2';
  return spec.type === 'integer' && spec.default !== undefined ? String(spec.default) : '';
}

function withVariables(choices: readonly Choice[], variables: readonly string[]): ComboboxOption[] {
  return [
    ...choices,
    ...variables.map((name) => ({
      value: name,
      label: name,
      description: t('datasource.editor.variable', 'Dashboard variable'),
    })),
  ];
}
