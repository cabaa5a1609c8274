import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../../contract';
import type { AuditEntry } from './entry';
import { logFiles } from './file-log';

export interface AuditPage {
  /** Newest first. */
  entries: AuditEntry[];
  /** Where the next page begins; null when there is none. */
  next: string | null;
}

/** A place in the log: a file and the byte before which to read on. */
const PLACE = /^(audit-\d{6,}\.jsonl)-(\d{1,15})$/;

/** Whether a text is a place that some page ended at. */
export const isPlace = (text: string): boolean => PLACE.test(text);

/**
 * Entries of a log, newest first; lines that a crash has cut off are left out.
 *
 * @param before the place that the page before ended at, so that what is written meanwhile moves nothing
 */
export async function readPage(folder: string, limit: number, before?: string): Promise<AuditPage> {
  const [, from, at] = PLACE.exec(before ?? '') ?? [];
  const files = (await logFiles(folder)).toReversed();
  const start = from === undefined ? 0 : files.indexOf(from);
  // The file may have been removed as the oldest by now: there is nothing older.
  if (start < 0) return { entries: [], next: null };
  const entries: AuditEntry[] = [];
  for (const name of files.slice(start)) {
    const content = await readFile(join(folder, name));
    let end = name === from ? Math.min(Number(at), content.length) : content.length;
    while (end > 0) {
      if (entries.length === limit) return { entries, next: `${name}-${end}` };
      const begin = end < 2 ? 0 : content.lastIndexOf('\n', end - 2) + 1;
      const entry = entryIn(content.toString('utf8', begin, end));
      if (entry) entries.push(entry);
      end = begin;
    }
  }
  return { entries, next: null };
}

function entryIn(line: string): AuditEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is AuditEntry {
  return isRecord(value) && [value.time, value.action, value.actor].every((text) => typeof text === 'string');
}
