import { duckdb, formatDialect } from 'sql-formatter';
import { t } from '../../language/t';
import { tokenize } from './tokens';

/** Macros and Grafana's variables, which the formatter passes through as it does parameters. */
const PASSED_THROUGH = [
  String.raw`\$__\w+`,
  String.raw`\$\{[^}]*\}`,
  String.raw`\[\[\w+(?::\w+)?\]\]`,
  String.raw`\$[A-Za-z_]\w*`,
];
const PLACE = /line (\d+) column (\d+)/;

/**
 * The statement with its lines broken and indented, otherwise unchanged.
 *
 * @throws Error in words for the writer when the statement cannot be read, or when anything but white space would change
 */
export function formatStatement(sql: string): string {
  const formatted = closeMacros(format(sql));
  if (pieces(formatted) !== pieces(sql)) {
    throw new Error(
      t(
        'datasource.problem.formatChanges',
        'This statement was left as it is: formatting would change more than its white space.',
      ),
    );
  }
  return formatted;
}

function format(sql: string): string {
  try {
    return formatDialect(sql, {
      dialect: duckdb,
      tabWidth: 2,
      expressionWidth: 80,
      paramTypes: { custom: PASSED_THROUGH.map((regex) => ({ regex })) },
    });
  } catch (failure) {
    const [, line, column] = PLACE.exec(failure instanceof Error ? failure.message : '') ?? [];
    throw new Error(
      line === undefined
        ? t('datasource.problem.format', 'This statement cannot be formatted, as it cannot be read.')
        : t(
            'datasource.problem.formatAt',
            'This statement cannot be formatted, as it cannot be read (line {{line}}, column {{column}}).',
            { line, column },
          ),
    );
  }
}

/** The formatter takes macros for values and sets a space before their bracket: `$__timeFilter (day)`. */
function closeMacros(sql: string): string {
  const tokens = tokenize(sql);
  return tokens.reduceRight((text, { kind, end }, index) => {
    const next = tokens[index + 1];
    return kind === 'dollar' && next?.text === '(' ? text.slice(0, end) + text.slice(next.start) : text;
  }, sql);
}

/** What a statement says, whatever its white space. */
function pieces(sql: string): string {
  return tokenize(sql)
    .map(({ kind, text }) => (kind === 'comment' ? text.replaceAll(/\s+/g, ' ').trim() : text))
    .join('\n');
}
