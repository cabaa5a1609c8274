import { open, type FileHandle } from 'node:fs/promises';
import { fromFileSystem } from './errors';

const FLUSH_AT = 1 << 18;
/** UTF-8 takes at most so many bytes for one UTF-16 unit. */
const MOST_BYTES = 3;

/** What a sink needs of a file. */
export type Target = Pick<FileHandle, 'write' | 'close'>;

/** Collects text as bytes (long strings would keep the garbage collector busy) and writes it in large pieces. */
export class FileSink {
  private buffer = Buffer.allocUnsafe(FLUSH_AT * 2);
  private used = 0;

  constructor(
    readonly path: string,
    private readonly target: Target,
  ) {}

  /** @throws SampleError when the file cannot be made. */
  static async create(path: string): Promise<FileSink> {
    try {
      return new FileSink(path, await open(path, 'wx'));
    } catch (error) {
      throw fromFileSystem(error, path);
    }
  }

  add(text: string): void {
    const needed = this.used + text.length * MOST_BYTES;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafe(needed * 2);
      this.buffer.copy(larger, 0, 0, this.used);
      this.buffer = larger;
    }
    this.used += this.buffer.write(text, this.used, 'utf8');
  }

  /** True when so much is pending that `flush` should be called. */
  get due(): boolean {
    return this.used >= FLUSH_AT;
  }

  /** @throws SampleError, e.g. when the disk is full. */
  async flush(): Promise<void> {
    const end = this.used;
    this.used = 0;
    try {
      for (let from = 0; from < end;) {
        const { bytesWritten } = await this.target.write(this.buffer, from, end - from);
        from += bytesWritten;
      }
    } catch (error) {
      throw fromFileSystem(error, this.path);
    }
  }

  /** Closes without writing what is pending. */
  async close(): Promise<void> {
    await this.target.close();
  }
}
