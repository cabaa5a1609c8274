import { COMPARISONS, formLabel, labelOf, MAX_CONDITIONS, type DraftCondition, type ParameterSpec } from '@contract';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { hasVariable } from './variables';

export { conditionValue, expandConditions, readConditions, type DraftCondition } from '@contract';

type ConditionsSpec = Extract<ParameterSpec, { type: 'conditions' }>;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The list with one more condition, which keeps everything until it is changed; undefined when it is full. */
export function withCondition(conditions: readonly DraftCondition[], { fields }: ConditionsSpec) {
  if (conditions.length >= MAX_CONDITIONS) return undefined;
  return [...conditions, { field: fields[0]?.value ?? '', operator: '>=', value: 0 }];
}

/** What is wrong with the value of a condition, in words for its writer. */
export function conditionProblem(text: string): string | undefined {
  return NUMBER.test(text) || hasVariable(text) ? undefined : t('datasource.problem.condition', 'Write a number.');
}

/** Conditions in words: "recency (days) >= 30 and frequency = 1". */
export function conditionsText(conditions: readonly DraftCondition[]): string {
  return conditions
    .map(
      ({ field, operator, value }) =>
        `${formLabel(currentLanguage(), labelOf(field)).toLowerCase()} ${operator} ${value}`,
    )
    .join(t('datasource.editor.and', ' and '));
}

/** True where a kind with this parameter would take all of the conditions. */
export function takesConditions({ fields }: ConditionsSpec, conditions: readonly DraftCondition[]): boolean {
  return conditions.every(({ field }) => fields.some((known) => known.value === field));
}

export const OPERATORS = COMPARISONS.map((value) => ({ value: String(value), label: value }));
