import { ModelFormatError } from './errors';

const BYTES = { uint8: 1, int16: 2, int32: 4, float32: 4, float64: 8 } as const;

export type NumberType = keyof typeof BYTES;

/** The numbers' bytes, least significant first whatever the machine, as base64. */
export function encodeArray(type: NumberType, numbers: ArrayLike<number>): string {
  const bytes = new Uint8Array(numbers.length * BYTES[type]);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) write(view, type, i * BYTES[type], numbers[i]!);
  return Buffer.from(bytes.buffer).toString('base64');
}

/**
 * The numbers that `encodeArray` wrote.
 *
 * @param part what is read, for the message
 * @throws ModelFormatError when `text` is no base64, or holds no whole number of numbers
 */
export function decodeArray(type: NumberType, text: unknown, part: string): number[] {
  if (typeof text !== 'string') throw new ModelFormatError(`The model's ${part} is missing.`);
  const bytes = Buffer.from(text, 'base64');
  // Buffer leaves out what is not base64.
  if (bytes.toString('base64') !== text) throw new ModelFormatError(`The model's ${part} is not base64.`);
  if (bytes.length % BYTES[type] !== 0) {
    throw new ModelFormatError(`The model's ${part} has ${bytes.length} bytes, which is no whole number of ${type}.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / BYTES[type] }, (_, i) => read(view, type, i * BYTES[type]));
}

function write(view: DataView, type: NumberType, at: number, value: number): void {
  if (type === 'uint8') view.setUint8(at, value);
  else if (type === 'int16') view.setInt16(at, value, true);
  else if (type === 'int32') view.setInt32(at, value, true);
  else if (type === 'float32') view.setFloat32(at, value, true);
  else view.setFloat64(at, value, true);
}

function read(view: DataView, type: NumberType, at: number): number {
  if (type === 'uint8') return view.getUint8(at);
  if (type === 'int16') return view.getInt16(at, true);
  if (type === 'int32') return view.getInt32(at, true);
  if (type === 'float32') return view.getFloat32(at, true);
  return view.getFloat64(at, true);
}
