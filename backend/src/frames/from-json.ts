import type { Column, Frame } from '../contract';
import { boolColumn, numberColumn, textColumn, timeColumn } from './build-column';
import type { Entities, FieldJson, FrameJson, JsonCell } from './json';

/**
 * A frame as another server has sent it, read back. Numbers of every width become float64, as they do in the browser.
 *
 * @throws RangeError for a time that is none
 */
export function frameFromJson({ schema: { name, refId, meta, fields }, data }: FrameJson): Frame {
  return {
    name,
    refId,
    meta,
    fields: fields.map((field, i) => ({
      column: columnOf(field, data.values[i] ?? [], data.entities?.[i] ?? {}),
      labels: field.labels,
      config: field.config,
    })),
  };
}

function columnOf({ name, type }: FieldJson, cells: readonly JsonCell[], entities: Entities): Column {
  if (type === 'string') return textColumn(name, cells.map(orNull('string')));
  if (type === 'boolean') return boolColumn(name, cells.map(orNull('boolean')));
  const numbers = cells.map(orNull('number'));
  return type === 'time' ? timeColumn(name, numbers) : numberColumn(name, withEntities(numbers, entities));
}

interface CellTypes {
  string: string;
  boolean: boolean;
  number: number;
}

const orNull =
  <T extends keyof CellTypes>(type: T) =>
  (cell: JsonCell): CellTypes[T] | null =>
    typeof cell === type ? (cell as CellTypes[T]) : null;

/** Numbers that JSON has no form for stand beside the values. */
function withEntities(numbers: readonly (number | null)[], { NaN: none, Inf, NegInf }: Entities): (number | null)[] {
  const all = [...numbers];
  for (const row of none ?? []) all[row] = NaN;
  for (const row of Inf ?? []) all[row] = Infinity;
  for (const row of NegInf ?? []) all[row] = -Infinity;
  return all;
}
