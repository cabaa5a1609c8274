import { isNumberOf, type ParameterSpec } from '@contract';
import { conditionsText, readConditions } from './conditions';
import { formatNumbers, parseNumbers } from './numbers';
import { toTexts } from './parameters';

export { isNumberOf };

/** A parameter's value as the text of its field. */
export function parameterText(spec: ParameterSpec, value: unknown): string {
  if (spec.type === 'conditions') return conditionsText(readConditions(value));
  return spec.type === 'numbers' && typeof value === 'object' ? formatNumbers(value) : toTexts(value).join(',');
}

/** The value that a field's text stands for; a text that cannot be read stays, so that it can be mended. */
export function parameterValue(spec: ParameterSpec, text: string): unknown {
  if (spec.type === 'numbers') return parseNumbers(text) ?? text;
  return isNumberOf(spec, text) ? Number(text) : text;
}
