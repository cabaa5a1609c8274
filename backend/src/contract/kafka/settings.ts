import { isAbsent, SettingsError } from '../settings-error';
import { readChoice, readNames, readObject, readPath, readText } from './read';

/** Where reading of a partition begins or goes on: with the oldest message that is there, or with what comes from now on. */
export const KAFKA_POSITIONS = ['earliest', 'latest'] as const;
export type KafkaPosition = (typeof KAFKA_POSITIONS)[number];

export const SASL_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
export type SaslMechanism = (typeof SASL_MECHANISMS)[number];

/** The topics of Kafka that events are read from. They are told in docs/kafka.md. */
export interface KafkaSettings {
  /** Brokers to ask first, as `host:port`. */
  brokers: readonly string[];
  topics: readonly string[];
  /** The group that progress is shown under in Kafka's own tools. */
  groupId: string;
  /** The name that brokers' logs and quotas know this reader by. */
  clientId: string;
  /** Where a topic is begun that was never read before. */
  startFrom: KafkaPosition;
  /** Where to go on when the messages that come next are not there any more. */
  whenLost: KafkaPosition;
  /** Absent: no TLS. */
  tls?: KafkaTls;
  /** Absent: no signing in. The password is no setting: it is a secret. */
  sasl?: KafkaSasl;
}

/** PEM files. */
export interface KafkaTls {
  /** Certificates that are trusted; absent: those that Node trusts. */
  caFile?: string;
  certFile?: string;
  keyFile?: string;
}

export interface KafkaSasl {
  mechanism: SaslMechanism;
  username: string;
  /** File whose first line is the password, where it is not given otherwise. */
  passwordFile?: string;
}

const DEFAULTS = {
  groupId: 'churnwatch',
  clientId: 'churnwatch',
  startFrom: 'earliest',
  whenLost: 'earliest',
} as const;

const KEYS = ['brokers', 'topics', 'groupId', 'clientId', 'startFrom', 'whenLost', 'tls', 'sasl'] as const;
const TLS_KEYS = ['caFile', 'certFile', 'keyFile'] as const;
const SASL_KEYS = ['mechanism', 'username', 'passwordFile'] as const;

const BROKER = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})$/;
/** What Kafka itself allows. */
const TOPIC = /^[A-Za-z0-9._-]{1,249}$/;
const NAME = /^[\x21-\x7e]{1,200}$/;

/**
 * The setting `kafka`, with defaults for what is absent. Absent as a whole, or without brokers: undefined, nothing is read.
 *
 * @throws SettingsError naming the setting, what is wrong with it and what may stand there
 */
export function readKafkaSettings(value: unknown): KafkaSettings | undefined {
  if (isAbsent(value)) return undefined;
  const given = readObject('kafka', value, KEYS);
  // An empty variable of the environment stands for nothing.
  if (isAbsent(given.brokers)) return undefined;
  const tls = readTls(given.tls);
  const sasl = readSasl(given.sasl);
  return {
    brokers: readNames('kafka.brokers', given.brokers, isBroker, 'addresses such as kafka1:9092,kafka2:9092'),
    topics: readNames('kafka.topics', given.topics, isTopic, 'names of topics such as shop-events'),
    groupId: readText('kafka.groupId', given.groupId, NAME, 'a name without spaces', DEFAULTS.groupId),
    clientId: readText('kafka.clientId', given.clientId, NAME, 'a name without spaces', DEFAULTS.clientId),
    startFrom: readChoice('kafka.startFrom', given.startFrom, KAFKA_POSITIONS, DEFAULTS.startFrom),
    whenLost: readChoice('kafka.whenLost', given.whenLost, KAFKA_POSITIONS, DEFAULTS.whenLost),
    ...(tls === undefined ? {} : { tls }),
    ...(sasl === undefined ? {} : { sasl }),
  };
}

function isBroker(text: string): boolean {
  const port = Number(BROKER.exec(text)?.[2]);
  return port >= 1 && port <= 65_535;
}

const isTopic = (text: string): boolean => TOPIC.test(text) && text !== '.' && text !== '..';

/** `true` means TLS with what Node trusts. */
function readTls(value: unknown): KafkaTls | undefined {
  if (isAbsent(value) || value === false || value === 'false') return undefined;
  if (value === true || value === 'true') return {};
  const given = readObject('kafka.tls', value, TLS_KEYS);
  const tls: KafkaTls = {};
  for (const key of TLS_KEYS) {
    const path = readPath(`kafka.tls.${key}`, given[key]);
    if (path !== undefined) tls[key] = path;
  }
  if ((tls.certFile === undefined) !== (tls.keyFile === undefined)) {
    throw new SettingsError('kafka.tls.certFile and kafka.tls.keyFile go together: one of them is missing.');
  }
  return tls;
}

function readSasl(value: unknown): KafkaSasl | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'object' && value !== null && 'password' in value) {
    throw new SettingsError(
      'kafka.sasl.password: a password does not belong here. Give it as secureJsonData.kafkaPassword, or in a file ' +
        'that kafka.sasl.passwordFile names.',
    );
  }
  const given = readObject('kafka.sasl', value, SASL_KEYS);
  if (SASL_KEYS.every((key) => isAbsent(given[key]))) return undefined;
  const passwordFile = readPath('kafka.sasl.passwordFile', given.passwordFile);
  return {
    mechanism: readChoice('kafka.sasl.mechanism', given.mechanism, SASL_MECHANISMS),
    username: readText('kafka.sasl.username', given.username, /^[^\0\r\n]{1,200}$/, 'the name to sign in with'),
    ...(passwordFile === undefined ? {} : { passwordFile }),
  };
}
