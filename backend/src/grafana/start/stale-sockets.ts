import { readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, basename, join } from 'node:path';
import { FOLDER_PREFIX, SOCKET_NAME } from './private-socket';

/** Removes the folders beside that of `socketPath` whose plugin was killed and could not do so itself. */
export async function removeStaleSockets(socketPath: string): Promise<void> {
  const own = dirname(socketPath);
  const parent = dirname(own);
  const names = await readdir(parent);
  const others = names.filter((name) => name.startsWith(FOLDER_PREFIX) && name !== basename(own));
  for (const folder of others.map((name) => join(parent, name))) {
    if (await isRefused(join(folder, SOCKET_NAME))) await rm(folder, { recursive: true, force: true });
  }
}

/** A socket that nobody listens on any more refuses; that of another user cannot even be reached. */
function isRefused(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socketPath, () => {
      connection.destroy();
      resolve(false);
    });
    connection.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}
