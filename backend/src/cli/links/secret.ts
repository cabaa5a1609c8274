import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WarehouseError } from '../../warehouse';
import { checkoutFolder } from '../bundle-folder';
import { fromInvocation } from '../shop-folder';

const LEAST_LENGTH = 32;
const SECRET_BYTES = 32;

/** Where the secret of signed links is looked for: the flag, else the environment, else a file of the checkout. */
export interface SecretPlace {
  /** The secret itself, from the environment. */
  text?: string;
  file: string;
}

/** @param file as given on the command line */
export function secretPlace(file: string | undefined, environment: NodeJS.ProcessEnv = process.env): SecretPlace {
  const { CHURNWATCH_LINK_SECRET: text, CHURNWATCH_LINK_SECRET_FILE: named } = environment;
  const given = file ?? (named === '' ? undefined : named);
  return {
    text: given === undefined && text !== '' ? text : undefined,
    file: given === undefined ? join(checkoutFolder, '.churnwatch', 'link-secret') : fromInvocation(given),
  };
}

/**
 * The secret of signed links; undefined when there is no file with one. Read anew at each call, so that another secret
 * ends all links at once.
 *
 * @throws WarehouseError when others may read the file, or the secret is too short to be one
 */
export async function readSecret({ text, file }: SecretPlace): Promise<string | undefined> {
  if (text !== undefined) return longEnough(text, 'CHURNWATCH_LINK_SECRET');
  try {
    await checkPermissions(file);
    return longEnough((await readFile(file, 'utf8')).trim(), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The secret of signed links, made and kept in the file when there is none yet. @throws WarehouseError */
export async function readOrMakeSecret(place: SecretPlace): Promise<string> {
  const known = await readSecret(place);
  if (known !== undefined) return known;
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  try {
    await mkdir(dirname(place.file), { recursive: true });
    // Never over one that another process has just made.
    const handle = await open(place.file, 'wx', 0o600);
    await handle.writeFile(`${secret}\n`).finally(() => handle.close());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readOrMakeSecret(place);
    throw new WarehouseError('io', `The secret of signed links could not be written to ${place.file}.`, HINT_WRITE, {
      cause: error,
    });
  }
  return secret;
}

const HINT_WRITE = 'Name a place that you may write to with --secret-file.';

async function checkPermissions(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return;
  throw new WarehouseError('io', `Others on this machine may read the secret in ${file}.`, `Run: chmod 600 ${file}`);
}

function longEnough(secret: string, where: string): string {
  if (secret.length >= LEAST_LENGTH) return secret;
  throw new WarehouseError(
    'usage',
    `The secret in ${where} is too short: ${secret.length} characters.`,
    `Use at least ${LEAST_LENGTH}, such as those that "openssl rand -hex 32" prints.`,
  );
}
