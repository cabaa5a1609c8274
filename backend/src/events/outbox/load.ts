import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '../../warehouse';
import { MOST_BYTES, parseWebhooks } from './parse';
import { WebhooksError } from './reading';
import type { Receiver, ReceiverSpec, SecretSource } from './receiver';

/** Where secrets other than those in files are looked up. */
export interface Secrets {
  /** Variables of the environment. */
  env: Readonly<Record<string, string | undefined>>;
  /** The data source's secure settings. */
  secure: Readonly<Record<string, string | undefined>>;
}

export interface LoadOptions extends Secrets {
  /** Whether messages hold whole ids where the file says nothing. */
  fullIds: boolean;
}

const LEAST_SECRET = 16;
const MOST_SECRET_BYTES = 4_096;

/**
 * The receivers in a webhooks file, with their secrets.
 *
 * @throws WebhooksError when the file or a secret cannot be read or used; it never holds a secret
 */
export async function loadReceivers(file: string, { fullIds, ...secrets }: LoadOptions): Promise<Receiver[]> {
  const specs = parseWebhooks(await readSmall(file, `${file}: the webhooks file`, MOST_BYTES), file);
  return Promise.all(
    specs.map(async ({ secret, ids, ...spec }) => ({
      ...spec,
      fullIds: ids === undefined ? fullIds : ids === 'full',
      key: await keyOf(secret, secrets, `${file}, receiver "${spec.name}"`),
    })),
  );
}

async function keyOf(source: ReceiverSpec['secret'], secrets: Secrets, place: string): Promise<string> {
  const key = (await lookUp(source, secrets, place)).trim();
  if (key.length >= LEAST_SECRET) return key;
  const what = key === '' ? 'is not set' : `is shorter than ${LEAST_SECRET} characters`;
  throw new WebhooksError(`${place}: its secret (${nameOf(source)}) ${what}; make one with: openssl rand -hex 32`);
}

async function lookUp(source: SecretSource, { env, secure }: Secrets, place: string): Promise<string> {
  if ('secretEnv' in source) return env[source.secretEnv] ?? '';
  if ('secretKey' in source) return secure[source.secretKey] ?? '';
  return readSmall(source.secretFile, `${place}: the secretFile ${source.secretFile}`, MOST_SECRET_BYTES);
}

const nameOf = (source: SecretSource): string => Object.entries(source).flat().join(' ');

async function readSmall(file: string, what: string, most: number): Promise<string> {
  try {
    const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }));
    // A pipe or device would never end.
    if (!isFile) throw new WebhooksError(`${what} is no file; give the path of one.`);
    if (size > most) throw new WebhooksError(`${what} is larger than ${most} bytes.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof WebhooksError) throw error;
    throw new WebhooksError(`${what} cannot be read (${messageOf(error)}); check the path and who may read it.`);
  }
}
