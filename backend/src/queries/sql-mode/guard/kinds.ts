/**
 * The kinds of nodes of DuckDB's syntax tree that a statement may hold: those of reading and computing. A kind that a
 * later DuckDB brings is refused until it is put here.
 */
export const EXPRESSION_CLASSES: ReadonlySet<string> = new Set([
  'BETWEEN',
  'CASE',
  'CAST',
  'COLLATE',
  'COLUMN_REF',
  'COMPARISON',
  'CONJUNCTION',
  'CONSTANT',
  'FUNCTION',
  'LAMBDA',
  'OPERATOR',
  'POSITIONAL_REFERENCE',
  'STAR',
  'SUBQUERY',
  'WINDOW',
]);

/** Kinds of expressions within those classes. */
export const EXPRESSION_TYPES: ReadonlySet<string> = new Set([
  ...['ARRAY_CONSTRUCTOR', 'ARRAY_EXTRACT', 'ARRAY_SLICE', 'STRUCT_EXTRACT', 'GROUPING_FUNCTION'],
  ...['CASE_EXPR', 'COLLATE', 'COLUMN_REF', 'FUNCTION', 'LAMBDA', 'POSITIONAL_REFERENCE', 'STAR', 'SUBQUERY'],
  ...['COMPARE_BETWEEN', 'COMPARE_NOT_BETWEEN', 'COMPARE_IN', 'COMPARE_NOT_IN'],
  ...['COMPARE_EQUAL', 'COMPARE_NOTEQUAL', 'COMPARE_LESSTHAN', 'COMPARE_GREATERTHAN'],
  ...['COMPARE_LESSTHANOREQUALTO', 'COMPARE_GREATERTHANOREQUALTO'],
  ...['COMPARE_DISTINCT_FROM', 'COMPARE_NOT_DISTINCT_FROM', 'CONJUNCTION_AND', 'CONJUNCTION_OR'],
  ...['OPERATOR_CAST', 'OPERATOR_COALESCE', 'OPERATOR_IS_NULL', 'OPERATOR_IS_NOT_NULL', 'OPERATOR_NOT'],
  ...['OPERATOR_NULLIF', 'OPERATOR_TRY', 'OPERATOR_UNPACK', 'VALUE_CONSTANT'],
  ...['WINDOW_AGGREGATE', 'WINDOW_CUME_DIST', 'WINDOW_FILL', 'WINDOW_FIRST_VALUE', 'WINDOW_LAG'],
  ...['WINDOW_LAST_VALUE', 'WINDOW_LEAD', 'WINDOW_NTH_VALUE', 'WINDOW_NTILE', 'WINDOW_PERCENT_RANK'],
  ...['WINDOW_RANK', 'WINDOW_RANK_DENSE', 'WINDOW_ROW_NUMBER'],
]);

/** Kinds of nodes without a class: queries, what stands in FROM, what orders and limits, and types. */
export const NODE_TYPES: ReadonlySet<string> = new Set([
  ...['SELECT_NODE', 'SET_OPERATION_NODE', 'RECURSIVE_CTE_NODE'],
  ...['BASE_TABLE', 'COLUMN_DATA', 'EMPTY', 'EXPRESSION_LIST', 'JOIN', 'PIVOT', 'SUBQUERY', 'TABLE_FUNCTION'],
  ...['DISTINCT_MODIFIER', 'LIMIT_MODIFIER', 'LIMIT_PERCENT_MODIFIER', 'ORDER_MODIFIER'],
  ...['ORDER_DEFAULT', 'ASCENDING', 'DESCENDING'],
  ...[
    'ARRAY_TYPE_INFO',
    'DECIMAL_TYPE_INFO',
    'ENUM_TYPE_INFO',
    'LIST_TYPE_INFO',
    'STRING_TYPE_INFO',
    'STRUCT_TYPE_INFO',
  ],
]);

/** How the refusal of some kinds is worded; the rest goes by its own name. */
export const WORDING: Readonly<Record<string, string>> = {
  PARAMETER: 'A parameter (? or $1) has no value here: write the value itself.',
  DEFAULT: 'DEFAULT has no meaning in a SELECT: write the value itself.',
  SHOW_REF: 'DESCRIBE, SHOW and SUMMARIZE cannot be used; the tables and columns are in the schema browser.',
};

/** Types to cast to that DuckDB looks up by name. */
export const NAMED_TYPES: ReadonlySet<string> = new Set(['json', 'uuid', 'enum', 'variant', 'bignum', 'varint']);
