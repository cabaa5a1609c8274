import { isDay, type ParameterSpec } from '@contract';
import { numbersProblem } from './numbers';
import { isNumberOf } from './parameterText';
import { hasVariable } from './variables';

/** What is wrong with a parameter's text, in words for its writer; nothing when it can be used or holds a variable. */
export function problemOf(spec: ParameterSpec, text: string): string | undefined {
  if (spec.type === 'numbers') return numbersProblem(text);
  if (text === '' || hasVariable(text)) return undefined;
  switch (spec.type) {
    case 'integer':
      return integerProblem(text, spec.min, spec.max);
    case 'number':
      return numberProblem(spec, text);
    case 'day':
      return isDay(text) ? undefined : 'Write a day such as 2018-06-30.';
    case 'text':
      return text.length > spec.maxLength ? `At most ${spec.maxLength} characters.` : undefined;
    default:
      return undefined;
  }
}

function numberProblem(spec: ParameterSpec & { type: 'number' }, text: string): string | undefined {
  return isNumberOf(spec, text) && Number(text) >= spec.min ? undefined : `Write a number of at least ${spec.min}.`;
}

function integerProblem(text: string, min: number, max: number): string | undefined {
  const fits = /^-?\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  return fits ? undefined : `Write a whole number from ${min} to ${max.toLocaleString('en-US')}.`;
}
