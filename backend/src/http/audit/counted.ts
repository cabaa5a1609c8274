import type { FastifyInstance } from 'fastify';
import { networkOf } from '../access/client-address';
import type { Audit, AuditEntry } from './entry';

export interface CountLimits {
  /** How often it is told how many there were. */
  everyMs: number;
  /** So many kinds of deeds are told apart by address in such a while. */
  kinds: number;
}

/** Deeds of callers who signed in. */
export const OF_CALLERS: CountLimits = { everyMs: 10_000, kinds: 1_000 };
/**
 * Deeds of those who did not, and can go on from any number of addresses for as long as they like: days of it must not
 * drive out what the log holds.
 */
export const OF_STRANGERS: CountLimits = { everyMs: 60_000, kinds: 20 };

interface Kind {
  /** The last deed of this kind. */
  entry: AuditEntry;
  /** How many there were, beside the one that was told of. */
  count: number;
  /** Whether the others are only counted. */
  told: boolean;
}

/** Counts deeds that come by the thousand, so that the audit log is told how many of a kind there were. */
export class CountedDeeds {
  private readonly kinds = new Map<string, Kind>();

  constructor(
    private readonly audit: Audit,
    private readonly limits: CountLimits,
  ) {}

  /** Has what was counted told for as long as an app runs. */
  tellFor(app: FastifyInstance): void {
    const timer = setInterval(() => this.tell(), this.limits.everyMs).unref();
    app.addHook('onClose', async () => {
      clearInterval(timer);
      this.tell();
    });
  }

  /** Counts a deed. */
  count(entry: AuditEntry): void {
    this.kindOf(entry).count++;
  }

  /** Tells of a deed, or counts it where one of its kind has been told of in this while, or there are too many kinds. */
  tellOnce(entry: AuditEntry): void {
    const kind = this.kindOf(entry);
    if (kind.told) kind.count++;
    else this.audit.record(entry);
    kind.told = true;
  }

  /** Tells how many there were, and begins another while. */
  tell(): void {
    for (const { entry, count } of this.kinds.values()) {
      if (count > 0) this.audit.record({ ...entry, count });
    }
    this.kinds.clear();
  }

  private kindOf({ target: _, ...entry }: AuditEntry): Kind {
    const { address = '', ...nowhere } = entry;
    const own = keyOf(entry, networkOf(address));
    const isCrowded = this.kinds.size >= this.limits.kinds && !this.kinds.has(own);
    const key = isCrowded ? keyOf(entry, '') : own;
    const kind = this.kinds.get(key) ?? { entry, count: 0, told: isCrowded };
    this.kinds.set(key, kind);
    kind.entry = isCrowded ? nowhere : entry;
    return kind;
  }
}

const keyOf = ({ action, actor, status }: AuditEntry, network: string): string =>
  [action, actor, status, network].join('\n');
