import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { Connection, ConnectionOptions, SASLMechanismValue } from '@platformatic/kafka';
import { messageOf } from '../../warehouse';
import type { KafkaSettings, SaslMechanism } from '../../contract';
import type { Address } from './brokers';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

const MECHANISMS: Readonly<Record<SaslMechanism, SASLMechanismValue>> = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
};

/**
 * Connects to a broker. Certificates and the password's file are read each time: they are renewed while this runs.
 *
 * @param password to sign in with, where no file holds it
 * @throws Error that names the file which cannot be read
 */
export async function connectTo(
  { host, port }: Address,
  settings: KafkaSettings,
  password: string | undefined,
): Promise<Connection> {
  const options = await optionsOf(host, settings, password);
  // Loaded by those who have Kafka only.
  const { Connection } = await import('@platformatic/kafka');
  const connection = new Connection(settings.clientId, options);
  // What waits for it hears of its errors; one that nobody listens for would end the process.
  connection.on('error', () => undefined);
  await connection.connect(host, port);
  return connection;
}

async function optionsOf(host: string, settings: KafkaSettings, given: string | undefined): Promise<ConnectionOptions> {
  const { tls, sasl } = settings;
  // A variable of the environment that is not set makes an empty one.
  const password = given || (await read('kafka.sasl.passwordFile', sasl?.passwordFile))?.split(/\r?\n/)[0];
  if (sasl && (password === undefined || password === '')) {
    throw new Error(`kafka.sasl has no password for ${sasl.username}: set it, or name a file that holds it.`);
  }
  return {
    connectTimeout: CONNECT_MS,
    requestTimeout: ANSWER_MS,
    ...(tls === undefined
      ? {}
      : {
          tls: {
            ca: await read('kafka.tls.caFile', tls.caFile),
            cert: await read('kafka.tls.certFile', tls.certFile),
            key: await read('kafka.tls.keyFile', tls.keyFile),
          },
          // The cluster may name by their addresses brokers that the settings name otherwise, and the other way round.
          tlsServerName: isIP(host) === 0,
        }),
    ...(sasl === undefined
      ? {}
      : { sasl: { mechanism: MECHANISMS[sasl.mechanism], username: sasl.username, password } }),
  };
}

async function read(name: string, file: string | undefined): Promise<string | undefined> {
  try {
    return file === undefined ? undefined : await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${name} cannot be read: ${messageOf(error)}.`, { cause: error });
  }
}

/** What `host:port` names, without the brackets around addresses of the sixth version. */
export function addressOf(broker: string): Address {
  const colon = broker.lastIndexOf(':');
  return { host: broker.slice(0, colon).replace(/^\[(.*)\]$/, '$1'), port: Number(broker.slice(colon + 1)) };
}
