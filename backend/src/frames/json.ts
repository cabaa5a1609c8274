import {
  readColumn,
  type CellValue,
  type Column,
  type ColumnType,
  type FieldConfig,
  type Frame,
  type FrameMeta,
} from '../contract';
import { checkFrame } from './check-frame';
import { outgoing } from './frame';

/** A frame as Grafana's `/api/ds/query` answers it; the form that `dataFrameFromJSON` of @grafana/data reads. */
export interface FrameJson {
  schema: { name: string; refId?: string; meta?: FrameMeta; fields: FieldJson[] };
  data: {
    values: JsonCell[][];
    /** Per field what a time has beyond its milliseconds, in nanoseconds. */
    nanos?: (number[] | null)[];
    /** Per field the rows whose numbers JSON has no form for, and which are null in `values`. */
    entities?: (Entities | null)[];
  };
}

export interface FieldJson {
  name: string;
  type: 'number' | 'string' | 'boolean' | 'time';
  typeInfo: { frame: string; nullable?: true };
  labels?: Record<string, string>;
  config?: FieldConfig;
}

export interface Entities {
  NaN?: number[];
  Inf?: number[];
  NegInf?: number[];
}

export type JsonCell = number | string | boolean | null;

/**
 * A frame in JSON. Times are milliseconds; 64-bit integers become doubles, as they do in the browser.
 * @throws FrameError when Grafana could not read the frame.
 */
export function frameToJson(frame: Frame): FrameJson {
  checkFrame(frame);
  const { name, refId, meta, fields } = outgoing(frame);
  const cells = fields.map(({ column }) => cellsOf(column));
  return {
    schema: {
      name,
      refId,
      meta,
      fields: fields.map(({ column, labels, config }) => ({ ...describe(column), labels, config })),
    },
    data: {
      values: cells.map(({ values }) => values),
      ...someOf(
        'nanos',
        cells.map(({ nanos }) => nanos),
      ),
      ...someOf(
        'entities',
        cells.map(({ entities }) => entities),
      ),
    },
  };
}

/** The list under its key; nothing when every field has nothing to say. */
function someOf<K extends string, T>(key: K, list: readonly (T | undefined)[]): { [key in K]?: (T | null)[] } {
  if (list.every((one) => one === undefined)) return {};
  return { [key]: list.map((one) => one ?? null) } as { [key in K]: (T | null)[] };
}

const JSON_TYPES: Partial<Record<ColumnType, FieldJson['type']>> = { bool: 'boolean', text: 'string', time: 'time' };
const GO_TYPES: Partial<Record<ColumnType, string>> = { text: 'string', time: 'time.Time' };

function describe({ name, type, nullCount }: Column): FieldJson {
  const typeInfo: FieldJson['typeInfo'] = { frame: GO_TYPES[type] ?? type };
  if (nullCount > 0) typeInfo.nullable = true;
  return { name, type: JSON_TYPES[type] ?? 'number', typeInfo };
}

interface Cells {
  values: JsonCell[];
  nanos?: number[];
  entities?: Entities;
}

function cellsOf(column: Column): Cells {
  const cells = readColumn(column);
  if (column.type === 'time') return timesOf(cells);
  if (column.type === 'float32' || column.type === 'float64') return floatsOf(cells);
  return { values: cells.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)) };
}

const MILLISECOND = 1_000_000n;

function timesOf(cells: readonly CellValue[]): Cells {
  const nanos = cells.map((cell) =>
    typeof cell === 'bigint' ? Number(((cell % MILLISECOND) + MILLISECOND) % MILLISECOND) : 0,
  );
  const values = cells.map((cell, row) =>
    typeof cell === 'bigint' ? Number((cell - BigInt(nanos[row] ?? 0)) / MILLISECOND) : null,
  );
  return nanos.some((rest) => rest !== 0) ? { values, nanos } : { values };
}

function floatsOf(cells: readonly CellValue[]): Cells {
  const entities: Entities = {};
  const values = cells.map((cell, row) => {
    if (typeof cell !== 'number' || Number.isFinite(cell)) return cell as number | null;
    (entities[entityOf(cell)] ??= []).push(row);
    return null;
  });
  return Object.keys(entities).length > 0 ? { values, entities } : { values };
}

function entityOf(value: number): keyof Entities {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Inf' : 'NegInf';
}
