/** The last of a growing row of things, each with its number. */
export class Ring<T> {
  private readonly kept: T[] = [];
  private count = 0;

  constructor(private readonly size: number) {}

  /** The number of the oldest that is kept. */
  get first(): number {
    return Math.max(0, this.count - this.size);
  }

  /** The number that the next one gets. */
  get next(): number {
    return this.count;
  }

  /** @returns what had to make room, if any */
  push(one: T): T | undefined {
    const place = this.count % this.size;
    const gone = this.kept[place];
    this.kept[place] = one;
    this.count++;
    return gone;
  }

  /** The one with that number; undefined when it is no longer, or not yet, there. */
  get(number: number): T | undefined {
    return number >= this.first && number < this.count ? this.kept[number % this.size] : undefined;
  }

  /** The number of the first that is so, of those that are kept; `next` when none is. */
  firstWhere(isSo: (one: T) => boolean): number {
    for (let number = this.first; number < this.count; number++) {
      const one = this.get(number);
      if (one !== undefined && isSo(one)) return number;
    }
    return this.count;
  }
}
