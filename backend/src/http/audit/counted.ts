import { networkOf } from '../access/client-address';
import type { Audit, AuditEntry } from './entry';

/** So many kinds of deeds are told apart by address in a while. */
const MOST_KINDS = 1_000;

/** Counts deeds that come by the thousand, so that the audit log is told how many of a kind there were. */
export class CountedDeeds {
  private readonly kinds = new Map<string, { entry: AuditEntry; count: number }>();

  constructor(private readonly audit: Audit) {}

  /** Counts a deed. */
  count(entry: AuditEntry): void {
    this.add(entry, 1);
  }

  /** Tells of a deed, or counts it where one of its kind has been told of in this while. */
  tellOnce(entry: AuditEntry): void {
    if (!this.add(entry, 0)) return;
    this.audit.record(entry);
  }

  /** Tells how many there were, and begins another while. */
  tell(): void {
    for (const { entry, count } of this.kinds.values()) {
      if (count > 0) this.audit.record({ ...entry, count });
    }
    this.kinds.clear();
  }

  /** @returns whether it is the first of its kind */
  private add({ target: _, ...entry }: AuditEntry, first: number): boolean {
    const { address = '', ...nowhere } = entry;
    const own = keyOf(entry, networkOf(address));
    const isCrowded = this.kinds.size >= MOST_KINDS && !this.kinds.has(own);
    const key = isCrowded ? keyOf(entry, '') : own;
    const known = this.kinds.get(key);
    this.kinds.set(key, { entry: isCrowded ? nowhere : entry, count: known ? known.count + 1 : first });
    return known === undefined;
  }
}

const keyOf = ({ action, actor, status }: AuditEntry, network: string): string =>
  [action, actor, status, network].join('\n');
