import type { Column, ColumnType, ColumnValues } from '../contract';

type ValuesClass = new (length: number) => ColumnValues;

const VALUES: Record<ColumnType, ValuesClass> = {
  bool: Uint8Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
  text: Uint8Array,
  time: BigInt64Array,
};

/** Checks that a column has `rows` rows and that its buffers hold them. */
export function checkColumn(column: Column, rows: number, fail: (problem: string) => never): void {
  const { type, length, nullCount, validity, values } = column;
  if (length !== rows) fail(`has ${length} rows where the first field has ${rows}`);
  const Expected = Object.hasOwn(VALUES, type) ? VALUES[type] : fail(`type "${type}" is not one that Grafana reads`);
  if (!(values instanceof Expected)) fail(`values of type ${type} must be a ${Expected.name}`);
  const bytes = (length + 7) >> 3;
  if (type === 'text') checkText(column, fail);
  else if (values.length < (type === 'bool' ? bytes : length)) fail(`has ${values.length} values for ${length} rows`);
  if (nullCount > 0 && (validity?.length ?? 0) < bytes) fail(`has ${nullCount} nulls and no mask that tells which`);
}

function checkText({ length, offsets, values }: Column, fail: (problem: string) => never): void {
  if (!offsets || offsets.length < length + 1) return fail(`text of ${length} rows needs ${length + 1} offsets`);
  if ((offsets[length] ?? 0) > values.length) fail('text ends after its bytes');
}
