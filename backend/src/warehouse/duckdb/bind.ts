import { type DuckDBPreparedStatement, LIST, VARCHAR } from '@duckdb/node-api';
import type { SqlParameters, SqlValue } from '../engine';

const TEXT_LIST = LIST(VARCHAR);
const MAX_INT32 = 2 ** 31 - 1;

/**
 * Binds the parameters that a statement names as `$name`; others are left aside, so that queries may share one set.
 *
 * @throws RangeError naming a parameter that the statement has and `parameters` lacks
 */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: SqlParameters = {}): void {
  for (let index = 1; index <= statement.parameterCount; index++) {
    const name = statement.parameterName(index);
    const value = parameters[name];
    if (value === undefined) throw new RangeError(`no value for the parameter $${name}`);
    bindValue(statement, index, value);
  }
}

function bindValue(statement: DuckDBPreparedStatement, index: number, value: SqlValue): void {
  if (value === null) statement.bindNull(index);
  else if (typeof value === 'string') statement.bindVarchar(index, value);
  else if (typeof value === 'boolean') statement.bindBoolean(index, value);
  else if (typeof value === 'number') bindNumber(statement, index, value);
  else statement.bindList(index, value, TEXT_LIST);
}

function bindNumber(statement: DuckDBPreparedStatement, index: number, value: number): void {
  if (!Number.isSafeInteger(value)) statement.bindDouble(index, value);
  else if (Math.abs(value) <= MAX_INT32) statement.bindInteger(index, value);
  else statement.bindBigInt(index, BigInt(value));
}
