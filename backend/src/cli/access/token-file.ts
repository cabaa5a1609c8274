import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTokens, TokenFileError, tokensText, type KeptToken } from '../../http/access/tokens';
import { WarehouseError } from '../../warehouse';
import { takeBuildLock } from '../../warehouse/generations/lock';
import { checkoutFolder } from '../bundle-folder';
import { fromInvocation } from '../shop-folder';
import { checkPrivate } from './secret-file';

const LOCK_WAIT_MS = 5_000;
const WHAT = 'The API tokens';

/** Where the tokens are kept: the flag, else the environment, else a file of the checkout. */
export function tokenPlace(flag: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const named = flag ?? (environment.CHURNWATCH_TOKENS_FILE || undefined);
  return named === undefined ? join(checkoutFolder, '.churnwatch', 'tokens.json') : fromInvocation(named);
}

/**
 * The tokens in a file; undefined when there is no such file.
 *
 * @throws WarehouseError when others may read it, or it holds something else
 */
export async function readTokenFile(file: string): Promise<KeptToken[] | undefined> {
  try {
    await checkPrivate(file, WHAT);
    return readTokens(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (!(error instanceof TokenFileError)) throw error;
    throw new WarehouseError('corrupt', `${file} holds no tokens: ${error.message}`, HINT, { cause: error });
  }
}

const HINT = 'Mend it, or move it away and make new tokens with "churnwatch token add".';

/** Changes the tokens in a file, whole or not at all, one process at a time. @throws WarehouseError */
export async function changeTokens(file: string, change: (tokens: KeptToken[]) => KeptToken[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const lock = await takeBuildLock(`${file}.lock`, LOCK_WAIT_MS);
  const draft = `${file}.${process.pid}.new`;
  try {
    const changed = change((await readTokenFile(file)) ?? []);
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(tokensText(changed));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
    await lock.release();
  }
}

/**
 * The tokens of a file by their hashes, read anew whenever the file has changed. A file that is gone lets nobody in.
 *
 * @returns a function that throws WarehouseError while the file cannot be used
 */
export function watchTokenFile(file: string): () => Promise<ReadonlyMap<string, KeptToken>> {
  let known: { stamp: string; tokens: ReadonlyMap<string, KeptToken> } | undefined;
  return async () => {
    const info = await stat(file, { bigint: true }).catch(() => undefined);
    const stamp = info === undefined ? '' : `${info.ino} ${info.mtimeNs} ${info.ctimeNs} ${info.size} ${info.mode}`;
    if (known?.stamp === stamp) return known.tokens;
    const tokens = (await readTokenFile(file)) ?? [];
    known = { stamp, tokens: new Map(tokens.map((token) => [token.sha256, token])) };
    return known.tokens;
  };
}
