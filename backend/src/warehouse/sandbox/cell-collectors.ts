import {
  DuckDBDecimalType,
  DuckDBDecimalValue,
  DuckDBTypeId,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { exactDecimal, exactInteger } from './exact-numbers';
import { moment } from './moments';
import { plainText } from './plain-text';
import type { SandboxCells } from './result';

/** Takes the values of one column in turn. */
export interface CellCollector {
  /** Takes a value; returns how many bytes it adds to the result. */
  push(value: DuckDBValue): number;
  /** Everything that was taken. */
  finish(): SandboxCells;
}

const EIGHT_BYTES = 8;

const NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.BIGNUM,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

const TIMES: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.DATE,
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
  DuckDBTypeId.TIMESTAMP_TZ,
]);

/**
 * A collector for values of a type. A column of numbers or times becomes text as a whole when one of its values cannot
 * be given without loss.
 */
export function collectorOf(type: DuckDBType): CellCollector {
  if (type instanceof DuckDBDecimalType) return numbers((cell) => cell.toFixed(type.scale));
  if (NUMBERS.has(type.typeId)) return numbers(String);
  if (TIMES.has(type.typeId)) return times();
  return type.typeId === DuckDBTypeId.BOOLEAN ? booleans() : texts();
}

function numbers(write: (cell: number) => string): CellCollector {
  const found = new Exact(exactNumber);
  return {
    push: (value) => found.push(value),
    finish: () => {
      const cells = found.plain();
      return cells ? { kind: 'number', cells } : { kind: 'text', cells: found.written(write), numeric: true };
    },
  };
}

function times(): CellCollector {
  const found = new Exact((value) => moment(value) ?? String(value));
  return {
    push: (value) => found.push(value),
    finish: () => {
      const cells = found.plain();
      return cells
        ? { kind: 'time', cells }
        : { kind: 'text', cells: found.written((ms) => new Date(ms).toISOString()) };
    },
  };
}

/** Values as numbers as long as all of them are exact. */
class Exact {
  private readonly cells: (number | string | null)[] = [];
  private allNumbers = true;

  constructor(private readonly read: (value: DuckDBValue) => number | string) {}

  push(value: DuckDBValue): number {
    const cell = value === null ? null : this.read(value);
    this.cells.push(cell);
    if (typeof cell !== 'string') return EIGHT_BYTES;
    this.allNumbers = false;
    return cell.length;
  }

  plain(): (number | null)[] | undefined {
    return this.allNumbers ? this.cells.map((cell) => (typeof cell === 'number' ? cell : null)) : undefined;
  }

  written(write: (cell: number) => string): (string | null)[] {
    return this.cells.map((cell) => (typeof cell === 'number' ? write(cell) : cell));
  }
}

function exactNumber(value: DuckDBValue): number | string {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return exactInteger(value);
  return value instanceof DuckDBDecimalValue ? exactDecimal(value) : String(value);
}

function booleans(): CellCollector {
  const cells: (boolean | null)[] = [];
  return {
    push: (value) => {
      cells.push(value === null ? null : value === true);
      return 1;
    },
    finish: () => ({ kind: 'bool', cells }),
  };
}

function texts(): CellCollector {
  const cells: (string | null)[] = [];
  return {
    push: (value) => {
      const text = value === null ? null : plainText(value);
      cells.push(text);
      return text === null ? 1 : Buffer.byteLength(text);
    },
    finish: () => ({ kind: 'text', cells }),
  };
}
