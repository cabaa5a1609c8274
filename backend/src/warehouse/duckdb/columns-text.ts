import type { Values } from './columns-reader';

const LONGEST_TEXT = 2 ** 31 - 1;
/** Bytes that may be written past the end of the last text. */
const SPARE = 16;

/**
 * Grows a text column in Arrow's layout: the bytes of all rows and where each row starts.
 */
export class TextBuilder {
  /** The bytes so far; writable up to what `reserve` was asked for, and 16 bytes more. */
  bytes: Uint8Array = new Uint8Array(64 * 1024);
  private offsets = new Int32Array(4096);
  private rows = 0;

  /** The end of the texts so far. */
  get end(): number {
    return this.offsets[this.rows] ?? 0;
  }

  /**
   * Appends rows with texts of these lengths and makes room for their bytes, which the caller writes from the `end`
   * before.
   * @throws RangeError when the texts get longer than 2 GiB together, which the layout cannot address.
   */
  reserve(lengths: Int32Array): void {
    this.growOffsets(this.rows + lengths.length + 1);
    let end = this.end;
    for (let i = 0; i < lengths.length; i++) {
      end += lengths[i] ?? 0;
      this.offsets[++this.rows] = end;
    }
    if (end + SPARE > LONGEST_TEXT) throw new RangeError('the texts of one column are longer than 2 GiB together');
    this.growBytes(end + SPARE);
  }

  finish(): Values {
    return { type: 'text', values: this.bytes.subarray(0, this.end), offsets: this.offsets.subarray(0, this.rows + 1) };
  }

  private growBytes(size: number): void {
    if (size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.min(Math.max(size, 2 * this.bytes.length), LONGEST_TEXT));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  private growOffsets(count: number): void {
    if (count <= this.offsets.length) return;
    const larger = new Int32Array(Math.max(count, 2 * this.offsets.length));
    larger.set(this.offsets);
    this.offsets = larger;
  }
}
