import { copyFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { isRecord, type BackupMade } from '../../contract';
import { messageOf, WarehouseError } from '../../warehouse';

/**
 * Has the Churnwatch at an address make a backup, and moves it to `to`.
 *
 * @param token an administrator's, where the server asks for one
 * @throws WarehouseError when it cannot or will not
 */
export async function askServer(address: string, to: string, token: string | undefined): Promise<BackupMade> {
  refuseExisting(to);
  const made = await requested(address, token);
  if (!existsSync(made.file)) {
    throw new WarehouseError(
      'missing',
      `The backup was made, and lies on the machine that serves: ${made.file}`,
      'Fetch it from there.',
    );
  }
  await moved(made.file, to);
  return { ...made, file: to };
}

/** Backups are what one has left when all else is gone: none is ever written over. */
export function refuseExisting(to: string): void {
  if (existsSync(to))
    throw new WarehouseError('usage', `There is a file ${to} already.`, 'Name another one with --to.');
}

async function requested(address: string, token: string | undefined): Promise<BackupMade> {
  const url = URL.canParse('/api/backup', address) ? new URL('/api/backup', address) : undefined;
  if (!url) {
    throw new WarehouseError('usage', `"${address}" is no address.`, 'Write it such as http://127.0.0.1:4680.');
  }
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(url, { method: 'POST', headers, redirect: 'error' }).catch((error: unknown) => {
    throw new WarehouseError('io', `No Churnwatch answers at ${url.origin}: ${messageOf(error)}`, 'Is it running?');
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 201 && isBackup(body)) return body;
  const said = isRecord(body) && typeof body.error === 'string' ? body.error : `status ${response.status}`;
  const hint =
    response.status === 401 || response.status === 403
      ? 'Set CHURNWATCH_TOKEN to the token of an administrator.'
      : 'See the log of that Churnwatch.';
  throw new WarehouseError('io', `The Churnwatch at ${url.origin} made no backup: ${said}`, hint);
}

function isBackup(body: unknown): body is BackupMade {
  return isRecord(body) && typeof body.file === 'string' && typeof body.sha256 === 'string';
}

async function moved(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from);
  }
}
