/** So many groups of events are told apart by when they came; further ones count as part of the latest. */
const GROUPS = 10_000;

/** How far readers have come in the log, and since when the oldest event waits for one of them. */
export class Backlog {
  private last = 0;
  private readonly readers = new Map<string, number>();
  private groups: { lastSeq: number; at: number }[] = [];

  constructor(private readonly reader: string) {}

  get lastSeq(): number {
    return this.last;
  }

  added(lastSeq: number, at: number): void {
    this.last = lastSeq;
    const latest = this.groups.at(-1);
    if (latest && this.groups.length >= GROUPS) latest.lastSeq = lastSeq;
    else this.groups.push({ lastSeq, at });
  }

  read(reader: string, seq: number): void {
    this.readers.set(reader, Math.max(seq, this.readers.get(reader) ?? 0));
    if (reader !== this.reader) return;
    const first = this.groups.findIndex(({ lastSeq }) => lastSeq > seq);
    this.groups = first === -1 ? [] : this.groups.slice(first);
  }

  /** How far a reader has come; 0 before the first event. */
  seqOf(reader: string): number {
    return this.readers.get(reader) ?? 0;
  }

  /** How long the oldest event has waited, in seconds. */
  lagSeconds(now: number): number {
    const oldest = this.groups[0];
    return oldest === undefined ? 0 : Math.max(0, (now - oldest.at) / 1000);
  }
}
