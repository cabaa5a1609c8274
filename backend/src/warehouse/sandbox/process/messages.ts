import type { SandboxOptions } from '../sandbox';
import type { SizeLimits } from '../collect';
import type { SandboxResult } from '../result';

/** What the child of `fork` is asked, in a message of its own each. */
export type Request =
  | { type: 'open'; options: SandboxOptions; maxRssBytes: number }
  | { type: 'parse'; sql: string }
  | ({ type: 'run'; sql: string; masked: boolean } & SizeLimits);

/** Of the asker: a request, or that the answer to one is no longer wanted. */
export type ToChild = { id: number; request: Request } | { stop: number };

/** Of the child. A failure is the statement's own (`query`) or one of ours. */
export type FromChild =
  | { id: number; answer: Answers[Request['type']] }
  | { id: number; failure: string; query: boolean }
  | { outOfMemory: true }
  /** The process holds much memory that it does not give back: the next statement had better have a fresh one. */
  | { tired: true };

/** What each request is answered with. */
export interface Answers {
  open: true;
  parse: string;
  run: SandboxResult;
}
