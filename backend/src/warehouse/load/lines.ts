import { DuckDBDataChunk, INTEGER, BIGINT, type DuckDBConnection } from '@duckdb/node-api';
import type { InputFile } from './inputs';
import { scanRecords } from './scan';

interface Refused {
  seq: number;
  /** Byte at which the row begins, when the CSV reader refused it. */
  position: number | null;
  /** The row's key, when it broke a rule of ours. */
  key: string;
  /** Whether it was refused for repeating an earlier row's key. */
  repeats: boolean;
}

/**
 * Finds on which lines of its file the refused rows begin, and keeps them in `<refused>_lines` (seq, line). The reader's
 * own numbers count rows, not lines, and rows that break a rule have none; so the file is read once more, but only when
 * something was refused.
 */
export async function locateRejects(
  lane: DuckDBConnection,
  file: InputFile,
  refused: string,
  limit: number,
): Promise<void> {
  await lane.run(`create temp table ${refused}_lines (seq integer, line bigint)`);
  const rows = await readRefused(lane, refused, limit);
  const lines = await findLines(file, rows);
  const appender = await lane.createAppender(`${refused}_lines`, 'main', 'temp');
  const found = rows.filter((row) => lines.has(row.seq));
  for (let at = 0; at < found.length; at += 2048) {
    const part = found.slice(at, at + 2048);
    const chunk = DuckDBDataChunk.create([INTEGER, BIGINT]);
    chunk.setColumns([part.map((row) => row.seq), part.map((row) => BigInt(lines.get(row.seq)!))]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function readRefused(lane: DuckDBConnection, refused: string, limit: number): Promise<Refused[]> {
  const result = await lane.runAndReadAll(
    `select seq, position, array_to_string(list_transform(record, part -> coalesce(part, '')), chr(31)) as key,
       reason like '%more than once%' as repeats
     from ${refused} order by seq limit ${limit}`,
  );
  return result.getRowObjects().map((row) => ({
    seq: Number(row['seq']),
    position: row['position'] === null ? null : Number(row['position']),
    key: String(row['key']),
    repeats: row['repeats'] === true,
  }));
}

/** Line of each refused row, by its seq; rows whose text in the file differs from their key are left out. */
async function findLines(file: InputFile, rows: readonly Refused[]): Promise<Map<number, number>> {
  const byPosition = rows.filter((row) => row.position !== null).sort((a, b) => a.position! - b.position!);
  const byKey = new Map<string, Refused[]>();
  for (const row of rows) {
    if (row.position === null) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  }
  const scan = await scanRecords(file, {
    positions: byPosition.map((row) => row.position!),
    columns: file.source.key,
    keys: new Set(byKey.keys()),
  });
  const lines = new Map<number, number>();
  byPosition.forEach((row, at) => {
    const line = scan.positionLines[at];
    if (line !== undefined) lines.set(row.seq, line);
  });
  const refusedLines = new Set(scan.positionLines);
  for (const [key, refused] of byKey) {
    const occurrences = (scan.keyLines.get(key) ?? []).filter((line) => !refusedLines.has(line));
    assignLines(refused, occurrences, lines);
  }
  return lines;
}

/** Repeated rows are the last of their key's occurrences; rows that break another rule the first. */
function assignLines(refused: readonly Refused[], occurrences: number[], lines: Map<number, number>): void {
  for (const row of [...refused].reverse()) {
    const line = row.repeats ? occurrences.pop() : undefined;
    if (line !== undefined) lines.set(row.seq, line);
  }
  for (const row of refused) {
    const line = row.repeats ? undefined : occurrences.shift();
    if (line !== undefined) lines.set(row.seq, line);
  }
}
