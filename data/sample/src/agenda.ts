/** One coming visit of a person who has been here before. */
export interface Visit {
  /** The person's number. */
  person: number;
  /** How many visits came before this one. */
  occasion: number;
  /** Orders so far. */
  orders: number;
  firstDay: number;
  /** The person drops out at the end of this day; `NEVER` when nothing has driven them away. */
  dropDay: number;
}

export const NEVER = 2_000_000_000;
const FIELDS = 5;
const NONE = -1;

/**
 * The calendar of coming visits. Entries live in one growing array, chained by day, and their room is used again once
 * the day has come: memory is for the visits that lie ahead, not for all that ever were.
 */
export class Agenda {
  private fields = new Int32Array(1024 * FIELDS);
  private links = new Int32Array(1024);
  private used = 0;
  private free = NONE;
  private readonly heads: Int32Array;

  constructor(
    private readonly firstDay: number,
    lastDay: number,
  ) {
    this.heads = new Int32Array(lastDay - firstDay + 1).fill(NONE);
  }

  /** Room taken so far, in entries; it does not grow when entries are taken out and others put in. */
  get capacity(): number {
    return this.used;
  }

  /** @throws RangeError for a day outside of the calendar. */
  add(day: number, visit: Visit): void {
    const index = day - this.firstDay;
    const head = this.heads[index];
    if (head === undefined) throw new RangeError(`day ${day} lies outside of the calendar`);
    const slot = this.claim();
    this.fields.set([visit.person, visit.occasion, visit.orders, visit.firstDay, visit.dropDay], slot * FIELDS);
    this.links[slot] = head;
    this.heads[index] = slot;
  }

  /** Takes out all visits of a day; their order follows from the order in which they were put in. */
  take(day: number): Visit[] {
    const visits: Visit[] = [];
    const index = day - this.firstDay;
    let slot = this.heads[index] ?? NONE;
    this.heads[index] = NONE;
    while (slot !== NONE) {
      visits.push(this.read(slot));
      const next = this.links[slot] ?? NONE;
      this.links[slot] = this.free;
      this.free = slot;
      slot = next;
    }
    return visits;
  }

  private read(slot: number): Visit {
    const at = slot * FIELDS;
    return {
      person: this.fields[at] ?? 0,
      occasion: this.fields[at + 1] ?? 0,
      orders: this.fields[at + 2] ?? 0,
      firstDay: this.fields[at + 3] ?? 0,
      dropDay: this.fields[at + 4] ?? NEVER,
    };
  }

  private claim(): number {
    if (this.free !== NONE) {
      const slot = this.free;
      this.free = this.links[slot] ?? NONE;
      return slot;
    }
    if (this.used === this.links.length) {
      const links = new Int32Array(this.used * 2);
      links.set(this.links);
      this.links = links;
      const fields = new Int32Array(this.used * 2 * FIELDS);
      fields.set(this.fields);
      this.fields = fields;
    }
    this.used += 1;
    return this.used - 1;
  }
}
