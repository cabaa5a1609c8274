import { FILTER_SPECS, KIND_SPECS } from '../parameters';
import { DEFAULT_LANGUAGE, type Language } from '../language';
import { segmentName } from '../names';
import type { QueryKind } from '../kinds';
import type { Choice, FilterSpec, KindSpec, ParameterSpec } from '../parameter-specs';

import { PORTUGUESE_FORM_HELPS } from './form-helps';
import { PORTUGUESE_FORM_LABELS } from './form-labels';
import { PORTUGUESE_NAMES } from './names';

/** What a field, a choice or a kind is called in the reader's language; what has no name of its own there stays. */
export function formLabel(language: Language, label: string): string {
  if (language === DEFAULT_LANGUAGE) return label;
  const known = [PORTUGUESE_FORM_LABELS, PORTUGUESE_NAMES].find((names) => Object.hasOwn(names, label));
  return known?.[label] ?? segmentName(label, language);
}

function formHelp(language: Language, help: string): string {
  return language === DEFAULT_LANGUAGE ? help : (PORTUGUESE_FORM_HELPS[help] ?? help);
}

interface Told {
  label: string;
  help: string;
}

const told = <Spec extends Told>(language: Language, spec: Spec): Spec => ({
  ...spec,
  label: formLabel(language, spec.label),
  help: formHelp(language, spec.help),
});

const choicesIn = (language: Language, choices: readonly Choice[]): Choice[] =>
  choices.map(({ value, label }) => ({ value, label: formLabel(language, label) }));

/** A parameter with its label, help and choices in the reader's language; its name and values stay as they are. */
export function parameterIn(language: Language, spec: ParameterSpec): ParameterSpec {
  const own = told(language, spec);
  if (own.type === 'conditions') return { ...own, fields: choicesIn(language, own.fields) };
  return own.type === 'choice' || own.type === 'choices' ? { ...own, choices: choicesIn(language, own.choices) } : own;
}

/** A kind of query with its texts in the reader's language. */
export function kindIn(language: Language, kind: QueryKind): KindSpec {
  const spec = KIND_SPECS[kind];
  return { ...told(language, spec), parameters: spec.parameters.map((one) => parameterIn(language, one)) };
}

/** The filters with their texts in the reader's language. */
export function filtersIn(language: Language): FilterSpec[] {
  return FILTER_SPECS.map((spec) => told(language, spec));
}
