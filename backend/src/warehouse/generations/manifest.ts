import { readFile } from 'node:fs/promises';
import type { LoadReport } from '../report';
import type { WarehousePaths } from './paths';

/** What lies beside each generation file: its report and what is needed to trust it. */
export interface Manifest {
  id: string;
  schemaVersion: number;
  /** Digest of the inputs, see load/inputs. */
  fingerprint: string;
  /** Size and SHA-256 of the generation file. */
  bytes: number;
  sha256: string;
  report: LoadReport;
}

/** The id that the pointer file names; undefined when there is none or it is unreadable. */
export async function readPointer(paths: WarehousePaths): Promise<string | undefined> {
  const pointer = await readJson(paths.pointer);
  const id = isRecord(pointer) ? pointer['id'] : undefined;
  return typeof id === 'string' && /^[\w-]+$/.test(id) ? id : undefined;
}

/** A generation's manifest; undefined when it is missing or damaged. */
export async function readManifest(paths: WarehousePaths, id: string): Promise<Manifest | undefined> {
  const value = await readJson(paths.manifest(id));
  return isManifest(value) && value.id === id ? value : undefined;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof SyntaxError || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['schemaVersion'] === 'number' &&
    typeof value['fingerprint'] === 'string' &&
    typeof value['bytes'] === 'number' &&
    typeof value['sha256'] === 'string' &&
    isRecord(value['report'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
