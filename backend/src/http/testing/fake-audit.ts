import type { AuditEntry } from '../audit/entry';
import type { AuditLog } from '../audit/keeper';

export interface FakeAudit extends AuditLog {
  entries: AuditEntry[];
}

/** An audit log in memory. */
export function fakeAudit(): FakeAudit {
  const entries: AuditEntry[] = [];
  return {
    entries,
    record: (entry) => void entries.push(entry),
    health: () => ({ waiting: 0, lost: 0 }),
    page: (limit) => Promise.resolve({ entries: entries.toReversed().slice(0, limit), next: null }),
  };
}
