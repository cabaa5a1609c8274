import { readFile, stat } from 'node:fs/promises';
import { messageOf, WarehouseError } from '../../warehouse';

/**
 * The text of a file that only its owner may read.
 *
 * @param what it holds, as in "The key of the certificate"
 * @throws WarehouseError when it is not there, or others may read it
 */
export async function readPrivately(file: string, what: string): Promise<string> {
  try {
    await checkPrivate(file, what);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof WarehouseError) throw error;
    throw new WarehouseError(
      'io',
      `${what} cannot be read from ${file}: ${messageOf(error)}`,
      'Check path and rights.',
    );
  }
}

/** @throws WarehouseError when others than its owner may read or change a file */
export async function checkPrivate(file: string, what: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return;
  throw new WarehouseError('io', `${what}: others on this machine may read ${file}.`, `Run: chmod 600 ${file}`);
}
