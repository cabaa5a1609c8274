import type { ColumnSet } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import { BgNbdError } from './error';
import type { PurchaseHistories } from './history';
import selectHistories from './sql/history.sql';

/** The histories of all customers known at the end of the day `cut`, by customer key. */
export interface CustomerHistories extends PurchaseHistories {
  /** `YYYY-MM-DD` */
  cut: string;
  customerKeys: Int32Array;
}

/** Reads the histories as of a day; empty columns when nobody had purchased by then. */
export async function readHistories(engine: Engine, cut: string, signal?: AbortSignal): Promise<CustomerHistories> {
  const found = await engine.columns(selectHistories, { cut }, signal);
  return {
    cut,
    customerKeys: Int32Array.from(numbers(found, 'customer_key')),
    repeats: numbers(found, 'repeats'),
    lastRepeat: numbers(found, 'last_repeat'),
    observed: numbers(found, 'observed'),
  };
}

function numbers({ columns, length }: ColumnSet, name: string): Float64Array {
  const column = columns.find((candidate) => candidate.name === name);
  // An answer without rows may come without columns too.
  if (column === undefined && length === 0) return new Float64Array(0);
  if (column === undefined) throw new BgNbdError(`The warehouse gave no column ${name} of purchase histories.`);
  return Float64Array.from(column.values, Number);
}
