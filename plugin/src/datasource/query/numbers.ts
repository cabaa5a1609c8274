import { t } from '../../language/t';
import { hasVariable } from './variables';

const PAIR = /^\s*([A-Za-z_]\w*)\s*[=:]\s*(.+?)\s*$/;

type Pairs = Record<string, number | string>;

/**
 * A text such as `recency_days = 30, frequency = $times` as an object; values that are no numbers, such as variables, stay
 * texts. Undefined where the text holds no pairs at all.
 */
export function parseNumbers(text: string): Pairs | undefined {
  const pairs = partsOf(text).flatMap((part): Array<[string, number | string]> => {
    const [, key, value] = PAIR.exec(part) ?? [];
    return key === undefined || value === undefined ? [] : [[key, isNumber(value) ? Number(value) : value]];
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

/** The object as its text; empty for anything else. */
export function formatNumbers(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return Object.entries(value)
    .map(([key, one]) => `${key} = ${String(one)}`)
    .join(', ');
}

/** What is wrong with the text, in words for its writer; nothing when it can be used. */
export function numbersProblem(text: string): string | undefined {
  const seen = new Set<string>();
  for (const part of partsOf(text)) {
    const [, key, value] = PAIR.exec(part) ?? [];
    if (key === undefined || value === undefined)
      return t(
        'datasource.problem.pair',
        '"{{text}}" is no pair. Write pairs such as recency_days = 30, frequency = 2.',
        { text: part.trim() },
      );
    if (seen.has(key)) return t('datasource.problem.twice', '{{key}} is there twice.', { key });
    if (!isNumber(value) && !hasVariable(value))
      return t('datasource.problem.pairNumber', '{{key}} must be a number, not "{{text}}".', { key, text: value });
    seen.add(key);
  }
  return undefined;
}

function partsOf(text: string): string[] {
  return text.split(/[,;\n]/).filter((part) => part.trim() !== '');
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
