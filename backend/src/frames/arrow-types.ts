import {
  Bool,
  Data,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  TimestampNanosecond,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type DataType,
} from 'apache-arrow';
import type { Column, ColumnType } from '../contract';

const TYPES: Record<ColumnType, () => DataType> = {
  bool: () => new Bool(),
  int8: () => new Int8(),
  int16: () => new Int16(),
  int32: () => new Int32(),
  int64: () => new Int64(),
  uint8: () => new Uint8(),
  uint16: () => new Uint16(),
  uint32: () => new Uint32(),
  uint64: () => new Uint64(),
  float32: () => new Float32(),
  float64: () => new Float64(),
  text: () => new Utf8(),
  time: () => new TimestampNanosecond(),
};

/** The column as Arrow's own object over the same memory. */
export function arrowData({ type, length, nullCount, validity, values, offsets }: Column): Data {
  const mask = nullCount > 0 ? validity : undefined;
  return new Data(TYPES[type](), 0, length, nullCount, [offsets, values, mask]);
}
