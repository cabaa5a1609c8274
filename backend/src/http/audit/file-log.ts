import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEntry } from './entry';

/** The files of an audit log, oldest first: `audit-000001.jsonl` and so on, each a JSON object a line. */
const FILE = /^audit-(\d{6,})\.jsonl$/;
const NEWLINE = 10;

export interface LogLimits {
  /** Bytes after which a file is full. */
  fileBytes: number;
  /** Files that are kept. */
  files: number;
}

/** Names of the log's files, oldest first; none where there is no folder yet. */
export async function logFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => FILE.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
}

/**
 * Appends entries, which are on the disk when it resolves. Other processes may append to the same log.
 *
 * @throws Error of the file system; then none of them is in the log
 */
export async function appendEntries(folder: string, entries: readonly AuditEntry[], limits: LogLimits): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await logFiles(folder);
  const current = files.at(-1);
  const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  if (current !== undefined && (await append(join(folder, current), text, limits.fileBytes))) return;
  const next = `audit-${String(current === undefined ? 1 : numberOf(current) + 1).padStart(6, '0')}.jsonl`;
  await append(join(folder, next), text, Infinity);
  const old = [...files, next].slice(0, -limits.files);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** @returns false when the file is full, and nothing was written */
async function append(path: string, text: string, fullAt: number): Promise<boolean> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    if (size > 0 && size + text.length > fullAt) return false;
    const last = size === 0 ? NEWLINE : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0];
    try {
      // What a crash has cut off stays a line of its own.
      await file.appendFile(last === NEWLINE ? text : `\n${text}`);
      await file.datasync();
    } catch (error) {
      // A full disk takes a part; it must not stand there twice when it is tried again.
      await file.truncate(size).catch(() => undefined);
      throw error;
    }
    return true;
  } finally {
    await file.close();
  }
}

const numberOf = (name: string): number => Number(FILE.exec(name)?.[1]);
