import { createServer } from 'node:https';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { FastifyServerFactory } from 'fastify';
import { messageOf, WarehouseError } from '../../warehouse';
import { fromInvocation } from '../shop-folder';
import { readPrivately } from './secret-file';

export interface Certificate {
  cert: string;
  key: string;
}

/**
 * The certificate of a server; undefined when none is named.
 *
 * @throws WarehouseError when one of the two files is missing, others may read the key, or they do not belong together
 */
export async function certificate(certFile?: string, keyFile?: string): Promise<Certificate | undefined> {
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined) {
    throw new WarehouseError('usage', 'A certificate needs --tls-cert and --tls-key.', 'Give both, or none.');
  }
  const [certPath, keyPath] = [fromInvocation(certFile), fromInvocation(keyFile)];
  const key = await readPrivately(keyPath, 'The key of the certificate');
  const cert = await readFile(certPath, 'utf8').catch((error: unknown) => {
    throw new WarehouseError('io', `The certificate cannot be read: ${messageOf(error)}`, 'Check --tls-cert.');
  });
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    // The message names what OpenSSL dislikes, and nothing of the key.
    const message = `${certPath} and ${keyPath} are no certificate with its key: ${messageOf(error)}`;
    throw new WarehouseError('usage', message, 'Both must be PEM files, of one another.', { cause: error });
  }
  return { cert, key };
}

/** Makes servers that speak https, by TLS 1.2 or later. */
export function httpsFactory({ cert, key }: Certificate): FastifyServerFactory {
  return (handler) => createServer({ cert, key, minVersion: 'TLSv1.2' }, handler);
}
