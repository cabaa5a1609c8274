import { readdir, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { FOLDER_PREFIX, SOCKET_NAME } from './private-socket';

/** A folder without a socket may be that of a plugin that is just starting; not when it is as old as this. */
const STARTING_TAKES_MS = 60_000;

/** Removes the folders beside that of `socketPath` whose plugin was killed and could not do so itself. */
export async function removeStaleSockets(socketPath: string): Promise<void> {
  const own = dirname(socketPath);
  const parent = dirname(own);
  const names = await readdir(parent);
  const others = names.filter((name) => name.startsWith(FOLDER_PREFIX) && name !== basename(own));
  for (const folder of others.map((name) => join(parent, name))) {
    if (await isStale(folder)) await rm(folder, { recursive: true, force: true });
  }
}

/** A socket that nobody listens on any more refuses; that of another user cannot even be reached. */
async function isStale(folder: string): Promise<boolean> {
  const problem = await connectTo(join(folder, SOCKET_NAME));
  if (problem === 'ENOENT') return Date.now() - (await stat(folder)).mtimeMs > STARTING_TAKES_MS;
  return problem === 'ECONNREFUSED';
}

function connectTo(socketPath: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const connection = connect(socketPath, () => {
      connection.destroy();
      resolve(undefined);
    });
    connection.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}
