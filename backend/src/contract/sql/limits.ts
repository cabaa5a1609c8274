/** What a statement may use up. */
export interface SqlLimits {
  /** How long it may run, and how long it may wait before. */
  seconds: number;
  rows: number;
  /** Rows times columns. */
  values: number;
  /** Of memory, for all statements together, in MB. */
  memoryMb: number;
  /** Statements that run at once; the others wait. */
  atOnce: number;
  /** The same of one user. */
  atOncePerUser: number;
}

interface LimitSpec {
  default: number;
  min: number;
  max: number;
  label: string;
  help: string;
}

export const SQL_LIMIT_SPECS: Readonly<Record<keyof SqlLimits, LimitSpec>> = {
  seconds: { default: 30, min: 1, max: 600, label: 'Time (seconds)', help: 'A statement that runs longer is stopped.' },
  rows: {
    default: 100_000,
    min: 1,
    max: 1_000_000,
    label: 'Rows',
    help: 'A longer result is cut, with a notice.',
  },
  values: {
    default: 2_000_000,
    min: 1,
    max: 20_000_000,
    label: 'Values',
    help: 'Rows times columns; a larger result is cut, with a notice.',
  },
  memoryMb: {
    default: 512,
    min: 64,
    max: 65_536,
    label: 'Memory (MB)',
    help: 'Of all statements together, shared out equally among those at once. What needs more goes to disk or is refused.',
  },
  atOnce: { default: 2, min: 1, max: 16, label: 'At once', help: 'Statements that run at the same time; others wait.' },
  atOncePerUser: {
    default: 1,
    min: 1,
    max: 16,
    label: 'At once per user',
    help: 'So that nobody keeps others waiting.',
  },
};

export const SQL_LIMIT_NAMES: readonly (keyof SqlLimits)[] = [
  'seconds',
  'rows',
  'values',
  'memoryMb',
  'atOnce',
  'atOncePerUser',
];

export const DEFAULT_SQL_LIMITS: SqlLimits = {
  seconds: SQL_LIMIT_SPECS.seconds.default,
  rows: SQL_LIMIT_SPECS.rows.default,
  values: SQL_LIMIT_SPECS.values.default,
  memoryMb: SQL_LIMIT_SPECS.memoryMb.default,
  atOnce: SQL_LIMIT_SPECS.atOnce.default,
  atOncePerUser: SQL_LIMIT_SPECS.atOncePerUser.default,
};
