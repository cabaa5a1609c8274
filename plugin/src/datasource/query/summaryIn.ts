import {
  filtersIn,
  formLabel,
  kindIn,
  parameterIn,
  valueName,
  type Language,
  type ParameterSpec,
  type QueryKind,
} from '@contract';
import type { WarehouseQuery } from '../types';
import { t } from '../../language/t';
import { conditionsText, readConditions } from './conditions';
import { readFilter } from './filters';
import { parametersOf, readParameter, toTexts } from './parameters';

/**
 * One line that says what a query asks for, in a language whose sentences are not built from its parameters: the question,
 * and each parameter and filter that is set, by its name.
 */
export function summaryIn(language: Language, query: WarehouseQuery, kind: QueryKind): string {
  const parameters = parametersOf(kind).flatMap((spec) => {
    const said = valueOf(parameterIn(language, spec), readParameter(query, spec.name));
    return said === '' ? [] : [`${formLabel(language, spec.label).toLowerCase()}: ${said}`];
  });
  const filters = filtersIn(language).flatMap(({ name, label }) => {
    const named = (values: readonly string[]): string =>
      values.map((value) => valueName(name, value, language)).join(', ');
    const [kept, leftOut] = [readFilter(query, name), readFilter(query, name, 'exclude')];
    return [
      ...(kept.length > 0 ? [`${label.toLowerCase()}: ${named(kept)}`] : []),
      ...(leftOut.length > 0
        ? [
            t('datasource.editor.summaryNot', '{{filter}}: not {{values}}', {
              filter: label.toLowerCase(),
              values: named(leftOut),
            }),
          ]
        : []),
    ];
  });
  return [kindIn(language, kind).label, ...parameters, ...filters].join(' · ');
}

function valueOf(spec: ParameterSpec, value: unknown): string {
  if (value === undefined) return '';
  if (spec.type === 'conditions') return conditionsText(readConditions(value));
  if (spec.type === 'boolean')
    return value === true ? t('datasource.editor.yes', 'yes') : t('datasource.editor.no', 'no');
  const texts = toTexts(value);
  if (spec.type !== 'choice' && spec.type !== 'choices') return texts.join(', ');
  return texts.map((text) => spec.choices.find((choice) => choice.value === text)?.label ?? text).join(', ');
}
