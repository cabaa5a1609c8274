import type { Frame, SqlFormat } from '../../../contract';
import type { SandboxResult } from '../../../warehouse/sandbox';
import { cutNotice } from './notices';
import { numericFrame } from './numeric';
import { seriesFrame } from './series';
import { tableFrame } from './table';

export interface SqlFrameOptions {
  format: SqlFormat;
  name: string;
  /** The SQL that ran, for the query inspector. */
  sql: string;
  /** Format time series: the column with the time; absent: the first column of times. */
  timeColumn?: string;
}

const BUILDERS = { table: tableFrame, time_series: seriesFrame, numeric: numericFrame };

/**
 * The frame of a statement's result, with a notice when a limit cut it. `table`: the columns as they are.
 * `time_series`: timeseries-wide by the first column of times, a field per value column and combination of texts.
 * `numeric`: numeric-long, texts as labels. Without rows the latter two are the typed "no data".
 *
 * @throws QueryError when the result has not the columns that the format needs
 */
export function sqlFrame(result: SandboxResult, { format, name, sql, timeColumn }: SqlFrameOptions): Frame {
  const frame = BUILDERS[format](result, name, timeColumn);
  const notices = [...(result.cut ? [cutNotice(result.cut, result.length)] : []), ...(frame.meta?.notices ?? [])];
  return {
    ...frame,
    meta: { ...frame.meta, executedQueryString: sql, ...(notices.length > 0 && { notices }) },
  };
}
