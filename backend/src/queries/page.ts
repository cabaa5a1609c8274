import type { Comparison, InLanguages, Language, Notice, NumberCondition, Status } from '../contract';
import type { Condition } from './filters';
import { searchText } from './customer-ids';

/** The part of a list of customers that a query wants. */
export interface Page {
  search?: string;
  status?: Status[];
  where?: NumberCondition[];
  limit?: number;
  offset?: number;
}

const DEFAULT_LIMIT = 100;

/** The values that LIMIT and OFFSET bind. */
export function pageBounds({ limit, offset }: Page): { limit: number; offset: number } {
  return { limit: limit ?? DEFAULT_LIMIT, offset: offset ?? 0 };
}

const MORE: InLanguages<(first: number, last: number) => string> = {
  en: (first, last) => `Rows ${first} to ${last}: there may be more. Raise the limit or the offset to see them.`,
  'pt-BR': (first, last) =>
    `Linhas ${first} a ${last}: pode haver mais. Aumente o limite ou o deslocamento para vê-las.`,
};

/** Says that there may be rows after this page; nothing when it is not full. */
export function pageNotices(page: Page, length: number, language: Language): Notice[] {
  const { limit, offset } = pageBounds(page);
  if (length < limit) return [];
  return [{ severity: 'info', text: MORE[language](offset + 1, offset + length) }];
}

/** Customers whose id begins with what is searched for. */
function searchCondition({ search }: Page, fullIds: boolean): Condition {
  const wanted = searchText(search, fullIds);
  if (wanted === '') return { sql: '', parameters: {} };
  return { sql: 'starts_with(customer_id, $search)', parameters: { search: wanted } };
}

/** Customers of the chosen statuses; none chosen: all. */
export function statusCondition({ status }: Page): Condition {
  if (!status || status.length === 0) return { sql: '', parameters: {} };
  return { sql: 'status IN (SELECT unnest($status::VARCHAR[]))', parameters: { status } };
}

const OPERATOR_SQL: Record<Comparison, string> = { '=': '=', '!=': '<>', '>': '>', '>=': '>=', '<': '<', '<=': '<=' };

/** Customers whose numbers meet every condition; fields are columns of ours, from closed lists. */
function numbersCondition({ where = [] }: Page): Condition {
  const name = (i: number): string => `number_${i + 1}`;
  return {
    sql: where
      .map(({ field, operator }, i) => `${field} ${OPERATOR_SQL[operator]} $${name(i)}::DOUBLE`)
      .join('\n  AND '),
    parameters: Object.fromEntries(where.map(({ value }, i) => [name(i), value])),
  };
}

/** Which customers a list of them shows, beside those that its filters keep. */
export const pageConditions = (page: Page, fullIds: boolean): Condition[] => [
  searchCondition(page, fullIds),
  statusCondition(page),
  numbersCondition(page),
];
