import type { TimeRange } from '../../../contract';
import { intervalLiteral, readInterval, wholeInterval } from './intervals';
import { dateLiteral, timestampLiteral } from './literals';

/** What the macros of one query stand for. */
export interface MacroContext {
  range: TimeRange;
  /** The day, `YYYY-MM-DD`, as of which customers are judged. */
  asOf: string;
  /** The width of a point of the panel, in milliseconds. */
  intervalMs: number;
}

export interface Macro {
  /** As it is written, for messages. */
  usage: string;
  /** What it stands for, in a sentence. */
  help: string;
  /** Names of the arguments; `undefined`: it is written without brackets. */
  args: readonly string[] | undefined;
  /** The SQL it stands for. `args` are already expanded; `place` is where it stands, for messages. */
  expand: (context: MacroContext, args: readonly string[], place: string) => string;
}

/** All macros by name. Times are UTC and without zone, like those of the marts. */
export const MACROS: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  [
    '$__timeFilter',
    {
      usage: '$__timeFilter(column)',
      help: 'True for moments within the time range of the dashboard, both ends included.',
      args: ['the column with the time'],
      expand: ({ range }, [column]) =>
        `((${column!}) BETWEEN ${timestampLiteral(range.from)} AND ${timestampLiteral(range.to)})`,
    },
  ],
  [
    '$__timeFrom',
    {
      usage: '$__timeFrom()',
      help: 'The start of the time range, a TIMESTAMP in UTC.',
      args: [],
      expand: ({ range }) => timestampLiteral(range.from),
    },
  ],
  [
    '$__timeTo',
    {
      usage: '$__timeTo()',
      help: 'The end of the time range, a TIMESTAMP in UTC.',
      args: [],
      expand: ({ range }) => timestampLiteral(range.to),
    },
  ],
  [
    '$__timeGroup',
    {
      usage: '$__timeGroup(column, interval)',
      help: 'The start of the interval in which a moment lies: 1h, 1d, week, month or $__interval. Weeks begin on Mondays.',
      args: ['the column with the time', 'the interval, e.g. $__interval, 1d or month'],
      // Weeks begin on Mondays, months on their first day: time_bucket counts from Monday, 2000-01-03 or 2000-01-01.
      expand: (_, [column, interval], place) =>
        `time_bucket(${readInterval(interval!, place)}, CAST((${column!}) AS TIMESTAMP))`,
    },
  ],
  [
    '$__interval',
    {
      usage: '$__interval',
      help: 'An INTERVAL as long as one step of the picture.',
      args: undefined,
      expand: ({ intervalMs }) => intervalLiteral(intervalMs),
    },
  ],
  [
    '$__interval_ms',
    {
      usage: '$__interval_ms',
      help: 'The same in milliseconds, a number.',
      args: undefined,
      expand: ({ intervalMs }) => String(wholeInterval(intervalMs)),
    },
  ],
  [
    '$__asOf',
    {
      usage: '$__asOf()',
      help: 'The day as of which customers are judged, a DATE: the end of the time range, held inside the data.',
      args: [],
      expand: ({ asOf }) => dateLiteral(asOf),
    },
  ],
]);
