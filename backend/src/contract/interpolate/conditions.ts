import { expandText, type VariableSource } from './variables';

/** A condition on a number as it stands in a query; its value may still be a variable, or a text to be mended. */
export interface DraftCondition {
  field: string;
  operator: string;
  value: number | string;
}

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

/** The value that a field's text stands for. */
export const conditionValue = (text: string): number | string => (NUMBER.test(text) ? Number(text) : text);

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
