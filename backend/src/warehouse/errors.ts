import type { Text } from '../contract';

/** What can go wrong with a warehouse, and the exit code that the command line gives for it. */
export const EXIT_CODES = {
  /** A fault of Churnwatch itself. */
  internal: 1,
  /** The command or its options make no sense. */
  usage: 2,
  /** The shop's files cannot be loaded as they are. */
  bad_input: 3,
  /** Reading or writing failed: permission, full disk, memory. */
  io: 4,
  /** Another build is at work in the same folder. */
  busy: 5,
  /** A warehouse file is damaged, or of another version. */
  corrupt: 6,
  /** There is no warehouse yet. */
  missing: 7,
  /** A report was written, but lacks what could not be shown. */
  incomplete: 8,
  /** The caller gave up, e.g. Ctrl+C. */
  cancelled: 130,
} as const;

export type WarehouseErrorCode = keyof typeof EXIT_CODES;

/** A failure that a person can act on: `message` says what was wrong and where, `hint` what to do. */
export class WarehouseError extends Error {
  override readonly name = 'WarehouseError';
  /** Message and hint in each language, where pages show them to people. */
  readonly told?: Text;

  constructor(
    readonly code: WarehouseErrorCode,
    message: string,
    readonly hint: string,
    options: ErrorOptions & { told?: Text } = {},
  ) {
    super(message, options);
    this.told = options.told;
  }

  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}

/** What anything thrown says, with what to do where that is known. */
export function adviceOf(error: unknown): string {
  return error instanceof WarehouseError ? `${error.message} ${error.hint}` : messageOf(error);
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
