import type { Caller } from '../callers';

/** Who a credential belongs to. */
export interface Identity {
  caller: Caller;
  /** When it ends, in ms since 1970-01-01 UTC; absent: when it is taken back. */
  expires?: number;
  /** Whether it holds still: a token may have been revoked, or be good for another role by now. */
  renew(): Promise<Identity | undefined>;
}

/** Something that knows credentials. */
export interface Verifier {
  /** Whether a text looks like one of its credentials, valid or not. */
  knows(credential: string): boolean;
  /** Whose a credential is; undefined when it is not, or no longer, valid. */
  verify(credential: string): Promise<Identity | undefined>;
}
