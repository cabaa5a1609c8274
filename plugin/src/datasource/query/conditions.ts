import { COMPARISONS, labelOf, MAX_CONDITIONS, type ParameterSpec } from '@contract';
import { expandText, hasVariable, type VariableSource } from './variables';

/** A condition on a number as it stands in a query; its value may still be a variable, or a text to be mended. */
export interface DraftCondition {
  field: string;
  operator: string;
  value: number | string;
}

type ConditionsSpec = Extract<ParameterSpec, { type: 'conditions' }>;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The conditions that a query holds. */
export function readConditions(value: unknown): DraftCondition[] {
  return Array.isArray(value) ? value.flatMap(readCondition) : [];
}

function readCondition(value: unknown): DraftCondition[] {
  if (typeof value !== 'object' || value === null) return [];
  const held = new Map<string, unknown>(Object.entries(value));
  const [field, operator, number] = [held.get('field'), held.get('operator'), held.get('value')];
  if (typeof field !== 'string' || typeof operator !== 'string') return [];
  return [{ field, operator, value: typeof number === 'number' ? number : String(number ?? '') }];
}

/** The list with one more condition, which keeps everything until it is changed; undefined when it is full. */
export function withCondition(conditions: readonly DraftCondition[], { fields }: ConditionsSpec) {
  if (conditions.length >= MAX_CONDITIONS) return undefined;
  return [...conditions, { field: fields[0]?.value ?? '', operator: '>=', value: 0 }];
}

/** The value that a field's text stands for. */
export const conditionValue = (text: string): number | string => (NUMBER.test(text) ? Number(text) : text);

/** What is wrong with the value of a condition, in words for its writer. */
export function conditionProblem(text: string): string | undefined {
  return NUMBER.test(text) || hasVariable(text) ? undefined : 'Write a number.';
}

/** Conditions in words: "recency (days) >= 30 and frequency = 1". */
export function conditionsText(conditions: readonly DraftCondition[]): string {
  return conditions
    .map(({ field, operator, value }) => `${labelOf(field).toLowerCase()} ${operator} ${value}`)
    .join(' and ');
}

/** Conditions with the variables in their values replaced; one whose variable is empty or set to "All" goes. */
export function expandConditions(
  conditions: readonly DraftCondition[],
  source: VariableSource,
): DraftCondition[] | undefined {
  const expanded = conditions.flatMap((condition): DraftCondition[] => {
    if (typeof condition.value === 'number') return [condition];
    const text = (expandText(condition.value, source) ?? []).join(',');
    return text === '' ? [] : [{ ...condition, value: conditionValue(text) }];
  });
  return expanded.length > 0 ? expanded : undefined;
}

/** True where a kind with this parameter would take all of the conditions. */
export function takesConditions({ fields }: ConditionsSpec, conditions: readonly DraftCondition[]): boolean {
  return conditions.every(({ field }) => fields.some((known) => known.value === field));
}

export const OPERATORS = COMPARISONS.map((value) => ({ value: String(value), label: value }));
