import type { Engine, SqlParameters } from '../warehouse/engine';
import { inlined } from './sql-literals';

/** Longest text of the statements of one answer, in characters. */
const MOST_TEXT = 10_000;
/** Some answers take hundreds of statements, of which nobody reads more. */
const MOST_STATEMENTS = 50;

export interface Recorded {
  /** Does what the engine does that it was made from. */
  engine: Engine;
  /** The statements that it has been asked to run so far, as they ran, with what was bound written into them. */
  text(): string;
}

/** An engine that remembers its statements, for the query inspector. Texts are made only when they are read. */
export function recorded(engine: Engine): Recorded {
  const statements: { sql: string; parameters: SqlParameters }[] = [];
  const note = (sql: string, parameters: SqlParameters = {}): void => {
    if (statements.length < MOST_STATEMENTS) statements.push({ sql, parameters });
  };
  return {
    engine: {
      columns: (sql, parameters, signal) => {
        note(sql, parameters);
        return engine.columns(sql, parameters, signal);
      },
      rows: (sql, parameters, signal) => {
        note(sql, parameters);
        return engine.rows(sql, parameters, signal);
      },
      run: (sql, parameters, signal) => {
        note(sql, parameters);
        return engine.run(sql, parameters, signal);
      },
      fill: (name, columns, signal) => engine.fill(name, columns, signal),
      describe: () => engine.describe(),
      sandbox: (limits) => engine.sandbox(limits),
    },
    text: () => textOf(statements),
  };
}

function textOf(statements: readonly { sql: string; parameters: SqlParameters }[]): string {
  let text = '';
  for (const { sql, parameters } of statements) {
    text += `${text === '' ? '' : ';\n\n'}${inlined(sql, parameters).trim()}`;
    if (text.length > MOST_TEXT) return `${text.slice(0, MOST_TEXT)}…\n-- (cut: there is more)`;
  }
  return text;
}
