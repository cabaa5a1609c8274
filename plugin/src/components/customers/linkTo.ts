import { textUtil, type InterpolateFunction } from '@grafana/data';

const VALUE = /\$\{__value(?:[.:]\w+)?\}/g;

/** The address that a customer's id leads to; undefined where none is set. */
export function linkTo(template: string, id: string, replaceVariables: InterpolateFunction): string | undefined {
  if (template === '') return undefined;
  const withVariables = replaceVariables(template.replaceAll(VALUE, '\u0000'));
  return textUtil.sanitizeUrl(withVariables.replaceAll('\u0000', encodeURIComponent(id)));
}
