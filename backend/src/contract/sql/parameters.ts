import { choices, type KindSpec } from '../parameter-specs';
import { MAX_SQL_LENGTH, SQL_FORMATS, type SQL_KINDS } from './kinds';

/** The parameters of the kind for statements that people write. */
export const SQL_KIND_SPECS: Record<(typeof SQL_KINDS)[number], KindSpec> = {
  sql: {
    label: 'SQL',
    help: 'One SELECT statement over the marts, with macros for the time range.',
    takesFilters: false,
    parameters: [
      {
        name: 'rawSql',
        label: 'SQL',
        help: 'One SELECT over the marts. $__timeFilter(column) keeps the time range; the reference lists all macros.',
        type: 'sql',
        maxLength: MAX_SQL_LENGTH,
      },
      {
        name: 'format',
        label: 'Format as',
        help: 'Table: the columns as they are. Time series: a line per text and number. Numeric: a number per row of texts, for alert rules.',
        type: 'choice',
        choices: choices(SQL_FORMATS),
        default: 'table',
      },
      {
        name: 'timeColumn',
        label: 'Time column',
        help: 'Format time series: the column with the time. Empty: the first column of dates or timestamps.',
        type: 'text',
        maxLength: 200,
      },
    ],
  },
};
