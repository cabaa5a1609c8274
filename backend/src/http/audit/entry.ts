import type { Role } from '../access/role';

/** One deed in the audit log: who did what to what, and how it ended. Never what was sent: bodies, tokens, secrets. */
export interface AuditEntry {
  /** RFC 3339; of several, the last. */
  time: string;
  /** Such as `model.train`, `sign-in` or `token.revoke`. */
  action: string;
  /** Login, name of the token, subject of the JWT, or who runs the command line. */
  actor: string;
  role: Role;
  /** Where a request came from; absent on the command line and in Grafana. */
  address?: string;
  /** What it was done to, such as an id in the path. */
  target?: string;
  outcome: Outcome;
  /** The status that a request was answered with. */
  status?: number;
  /** How many the same, where they are counted rather than told one by one. */
  count?: number;
}

export type Outcome = 'done' | 'refused' | 'failed';

/** Where deeds are told. It never throws: the log that cannot be written shows in `health`, and stops nothing. */
export interface Audit {
  record(entry: AuditEntry): void;
}

/** How a deed ended by the status of its answer. */
export function outcomeOf(status: number): Outcome {
  if (status < 400) return 'done';
  return status < 500 ? 'refused' : 'failed';
}
