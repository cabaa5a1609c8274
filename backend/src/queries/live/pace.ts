import { Bell } from '../../events/bell';

/** Work that nobody waits for yet, piece by piece, with rests between them in which other work has the processor. */
export class Pace {
  private readonly bell = new Bell();

  /** @param restFactor how long the rest after a piece is, as a multiple of the time that the piece took; 0: none */
  constructor(private readonly restFactor: number) {}

  /** Does a piece of the work, and rests. */
  async piece<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const done = await work();
    if (this.restFactor > 0) await this.bell.wait((performance.now() - began) * this.restFactor);
    return done;
  }

  /** Somebody waits for the work: no more rests. */
  hurry(): void {
    this.bell.ring();
  }

  /** Nobody does any more. */
  rest(): void {
    this.bell.still();
  }
}
