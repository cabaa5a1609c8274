import { isDay, type ParameterSpec } from '@contract';
import { currentLocale } from '../../language/current';
import { t } from '../../language/t';
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
      return isDay(text) ? undefined : t('datasource.problem.day', 'Write a day such as 2018-06-30.');
    case 'text':
      return text.length > spec.maxLength
        ? t('datasource.problem.length', 'At most {{most}} characters.', { most: spec.maxLength })
        : undefined;
    default:
      return undefined;
  }
}

function numberProblem(spec: ParameterSpec & { type: 'number' }, text: string): string | undefined {
  return isNumberOf(spec, text) && Number(text) >= spec.min
    ? undefined
    : t('datasource.problem.number', 'Write a number of at least {{min}}.', { min: spec.min });
}

function integerProblem(text: string, min: number, max: number): string | undefined {
  const fits = /^-?\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  return fits
    ? undefined
    : t('datasource.problem.integer', 'Write a whole number from {{min}} to {{max}}.', {
        min,
        max: max.toLocaleString(currentLocale()),
      });
}
