import { QUERY_KINDS } from '../kinds';
import { LANGUAGE_PARAMETER } from '../language';
import { AS_OF_PARAMETER, FILTER_SPECS, KIND_SPECS } from '../parameters';
import type { ParameterSpec } from '../parameter-specs';
import { filtersIn, formLabel, kindIn, parameterIn } from './form';
import { PORTUGUESE_FORM_HELPS } from './form-helps';
import { PORTUGUESE_FORM_LABELS } from './form-labels';

/** What is the same in both languages. */
const SAME = /^(ROC-AUC|PR-AUC|SQL|Lift|Prophet|MASE|SMAPE|WAPE|English|Português \(Brasil\)|Latitude|Longitude)$/;

const textsOf = (spec: ParameterSpec): string[] => [
  spec.label,
  spec.help,
  ...('choices' in spec ? spec.choices : 'fields' in spec ? spec.fields : []).map(({ label }) => label),
];
const namesOf = (spec: ParameterSpec): string[] => [
  spec.name,
  ...('choices' in spec ? spec.choices : 'fields' in spec ? spec.fields : []).map(({ value }) => value),
];
const sameIn = (english: readonly string[], portuguese: readonly string[]): string[] =>
  english.filter((text, i) => text === portuguese[i] && !SAME.test(text));

it.each(QUERY_KINDS)('has every text of the kind %s in Portuguese, and leaves names and values as they are', (kind) => {
  const [english, portuguese] = [KIND_SPECS[kind], kindIn('pt-BR', kind)];
  expect(portuguese.help).not.toBe(english.help);
  expect(sameIn([english.label], [portuguese.label])).toEqual([]);
  expect(sameIn(english.parameters.flatMap(textsOf), portuguese.parameters.flatMap(textsOf))).toEqual([]);
  expect(portuguese.parameters.flatMap(namesOf)).toEqual(english.parameters.flatMap(namesOf));
  expect(kindIn('en', kind)).toEqual(english);
});

it('has the filters, the as-of date and the language in Portuguese', () => {
  const english = FILTER_SPECS.flatMap(({ label, help }) => [label, help]);
  const portuguese = filtersIn('pt-BR').flatMap(({ label, help }) => [label, help]);
  expect(sameIn(english, portuguese)).toEqual([]);
  for (const spec of [AS_OF_PARAMETER, LANGUAGE_PARAMETER])
    expect(sameIn(textsOf(spec), textsOf(parameterIn('pt-BR', spec)))).toEqual([]);
});

it('has no text that nothing says', () => {
  const all = QUERY_KINDS.flatMap((kind) => [KIND_SPECS[kind].label, KIND_SPECS[kind].help, ...parametersOf(kind)]);
  const said = new Set([
    ...all,
    ...FILTER_SPECS.flatMap(({ label, help }) => [label, help]),
    ...[AS_OF_PARAMETER, LANGUAGE_PARAMETER].flatMap(textsOf),
  ]);
  const texts = [...Object.keys(PORTUGUESE_FORM_HELPS), ...Object.keys(PORTUGUESE_FORM_LABELS)];
  expect(texts.filter((text) => !said.has(text))).toEqual([]);
});

const parametersOf = (kind: (typeof QUERY_KINDS)[number]): string[] => KIND_SPECS[kind].parameters.flatMap(textsOf);

it('leaves a label that it does not know as it is', () => {
  expect(formLabel('pt-BR', 'constructor')).toBe('constructor');
  expect(formLabel('pt-BR', 'At risk')).toBe('Em risco');
});
