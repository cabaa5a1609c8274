import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from './start-error';

export interface PrivateSocket {
  path: string;
  /** Ends listening and removes the socket with its folder. Connections that are made already go on. */
  remove(): void;
}

export const FOLDER_PREFIX = 'churnwatch-plugin-';
export const SOCKET_NAME = 'socket';

/** The kernel takes no longer path for a socket (108 bytes with the end mark on Linux, 104 on macOS). */
const LONGEST_PATH = 103;

/**
 * Listens on a Unix socket in a new folder that only this user may enter: whoever can connect can query the data
 * source as anybody.
 * @throws StartError when there is no place for it.
 */
export async function listenPrivately(
  environment: NodeJS.ProcessEnv,
  onConnection: (connection: Socket) => void,
): Promise<PrivateSocket> {
  const parent = environment.PLUGIN_UNIX_SOCKET_DIR || tmpdir();
  const folder = makeFolder(parent);
  const path = join(folder, SOCKET_NAME);
  const server = createServer(onConnection);
  const remove = () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listen(server, path);
  } catch (error) {
    remove();
    throw noPlace(parent, error);
  }
  return { path, remove };
}

function makeFolder(parent: string): string {
  const prefix = join(parent, FOLDER_PREFIX);
  if (Buffer.byteLength(prefix) + `XXXXXX/${SOCKET_NAME}`.length > LONGEST_PATH) {
    throw new StartError(`The folder for the plugin's socket has too long a name: ${parent}. ${REMEDY}`);
  }
  try {
    return mkdtempSync(prefix);
  } catch (error) {
    throw noPlace(parent, error);
  }
}

const REMEDY = 'Point TMPDIR or PLUGIN_UNIX_SOCKET_DIR of the Grafana process at a short path that it may write to.';

function noPlace(parent: string, error: unknown): StartError {
  const why = error instanceof Error ? error.message : String(error);
  return new StartError(`The plugin cannot make its socket in ${parent}: ${why}. ${REMEDY}`);
}

function listen(server: ReturnType<typeof createServer>, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}
