/** More would come out than there is room for. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

/** Packed bytes that are read one after the other. */
export class Packed {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get isRead(): boolean {
    return this.at >= this.bytes.length;
  }

  /** @throws Error when there are not so many; so do all that follow */
  take(length: number): Buffer {
    return this.bytes.subarray(this.skip(length), this.at);
  }

  byte(): number {
    return this.bytes[this.skip(1)]!;
  }

  /** A number of one to four bytes, the lowest first. */
  number(bytes: number): number {
    return this.bytes.readUIntLE(this.skip(bytes), bytes);
  }

  private skip(length: number): number {
    const from = this.at;
    if (length < 0 || length > this.bytes.length - from) throw new Error('What was compressed ends within a block.');
    this.at += length;
    return from;
  }
}

/** To copy so few bytes one by one is faster than to have them copied. */
const FEW = 32;
const FIRST_BYTES = 64 * 1024;

/** What comes out: pieces that stand there, and repetitions of what came before. */
export class Unpacked {
  private bytes = Buffer.alloc(0);
  private length = 0;

  constructor(private readonly most: number) {}

  get whole(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  get size(): number {
    return this.length;
  }

  /** @throws NoRoomError */
  add(piece: Buffer): void {
    this.makeRoom(piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  /**
   * Adds again what came so many bytes before; it may reach into what it adds itself.
   *
   * @throws NoRoomError; Error when there is nothing
   */
  repeat(distance: number, length: number): void {
    if (distance < 1 || distance > this.length) throw new Error('What was compressed repeats what is not there.');
    this.makeRoom(length);
    const [from, end] = [this.length - distance, this.length + length];
    if (length <= FEW) {
      for (; this.length < end; this.length++) this.bytes[this.length] = this.bytes[this.length - distance]!;
    }
    while (this.length < end) {
      const piece = Math.min(end - this.length, this.length - from);
      this.bytes.copyWithin(this.length, from, from + piece);
      this.length += piece;
    }
  }

  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed > this.most) throw new NoRoomError(`More than ${this.most} bytes would come out.`);
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.min(this.most, Math.max(needed, 2 * this.bytes.length, FIRST_BYTES)));
    this.whole.copy(larger);
    this.bytes = larger;
  }
}
