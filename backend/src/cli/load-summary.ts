import type { FileSummary, LoadSummary } from '../contract';
import type { FileReport, LoadReport } from '../warehouse';

/** A load report as the REST API tells it. */
export function loadSummary({ generation, totals, checks, steps, files }: LoadReport): LoadSummary {
  return {
    generation: generation.id,
    built_at: generation.builtAt,
    sample: generation.sample,
    source: generation.source,
    first_day: generation.firstDay,
    last_day: generation.lastDay,
    ...totals.purchases,
    rows_read: generation.rowsRead,
    rows_rejected: generation.rowsRejected,
    checks: checks.length,
    seconds: steps.reduce((sum, { ms }) => sum + ms, 0) / 1000,
    files: files.map(fileSummary),
  };
}

function fileSummary({
  table,
  file,
  bytes,
  rowsRead,
  rowsLoaded,
  rowsRejected,
  rejects,
  notes,
}: FileReport): FileSummary {
  return {
    table,
    file,
    bytes,
    rows_read: rowsRead,
    rows_loaded: rowsLoaded,
    rows_rejected: rowsRejected,
    rejects: rejects.map(({ reason, rows, examples }) => ({
      reason,
      rows,
      examples: examples.map(({ line, record }) => ({ line, record })),
    })),
    notes,
  };
}
