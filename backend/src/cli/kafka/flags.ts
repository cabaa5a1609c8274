import { isAbsolute, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { KAFKA_POSITIONS, SASL_MECHANISMS, readKafkaSettings, SettingsError, type KafkaSettings } from '../../contract';
import { WarehouseError } from '../../warehouse';

export interface KafkaFlags {
  kafkaBrokers?: string;
  kafkaTopics?: string;
  kafkaGroupId?: string;
  kafkaClientId?: string;
  kafkaStartFrom?: string;
  kafkaWhenLost?: string;
  kafkaTls?: boolean | string;
  kafkaCaFile?: string;
  kafkaCertFile?: string;
  kafkaKeyFile?: string;
  kafkaSasl?: string;
  kafkaUsername?: string;
  kafkaPasswordFile?: string;
}

/** Where the password may stand besides a file; never on the command line, which every process can read. */
export const PASSWORD_VARIABLE = 'CHURNWATCH_KAFKA_PASSWORD';

const OPTIONS: readonly (readonly [flags: string, help: string])[] = [
  ['--kafka-brokers <host:port,…>', 'brokers of a Kafka whose topics hold events; without them none is read'],
  ['--kafka-topics <name,…>', 'the topics'],
  ['--kafka-group-id <name>', 'group that progress is shown under in Kafka (default: churnwatch)'],
  ['--kafka-client-id <name>', 'name that brokers know this reader by (default: churnwatch)'],
  ['--kafka-start-from <where>', `a topic that was never read: ${KAFKA_POSITIONS.join(' or ')} (default: earliest)`],
  ['--kafka-when-lost <where>', `when messages are gone unread: ${KAFKA_POSITIONS.join(' or ')} (default: earliest)`],
  ['--kafka-tls [yes]', 'speak TLS'],
  ['--kafka-ca-file <file>', 'certificates to trust (PEM); implies TLS'],
  ['--kafka-cert-file <file>', 'our own certificate (PEM); implies TLS'],
  ['--kafka-key-file <file>', 'its private key (PEM)'],
  ['--kafka-sasl <mechanism>', `how to sign in: ${SASL_MECHANISMS.join(', ')}`],
  ['--kafka-username <name>', 'who signs in'],
  ['--kafka-password-file <file>', `file with the password (or ${PASSWORD_VARIABLE})`],
];

/** Adds what says which topics of Kafka are read; a variable of the environment stands in for each option. */
export function withKafkaFlags(command: Command): Command {
  for (const [flags, help] of OPTIONS) {
    const name = /^--([a-z-]+)/.exec(flags)?.[1] ?? '';
    command.addOption(new Option(flags, help).env(`CHURNWATCH_${name.replaceAll('-', '_').toUpperCase()}`));
  }
  return command;
}

/**
 * The settings that the options make; undefined when no brokers are named. Paths are taken from the folder `from`.
 *
 * @throws WarehouseError that says which of them cannot be used
 */
export function kafkaIn(flags: KafkaFlags, from: string): KafkaSettings | undefined {
  const path = (file: string | undefined): string | undefined =>
    file === undefined || file === '' || isAbsolute(file) ? file : resolve(from, file);
  const files = {
    caFile: path(flags.kafkaCaFile),
    certFile: path(flags.kafkaCertFile),
    keyFile: path(flags.kafkaKeyFile),
  };
  const hasFiles = Object.values(files).some((file) => file !== undefined && file !== '');
  try {
    return readKafkaSettings({
      brokers: flags.kafkaBrokers,
      topics: flags.kafkaTopics,
      groupId: flags.kafkaGroupId,
      clientId: flags.kafkaClientId,
      startFrom: flags.kafkaStartFrom,
      whenLost: flags.kafkaWhenLost,
      tls: hasFiles ? files : flags.kafkaTls,
      sasl: {
        mechanism: flags.kafkaSasl,
        username: flags.kafkaUsername,
        passwordFile: path(flags.kafkaPasswordFile),
      },
    });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const hint = 'The options are told by churnwatch start --help and in docs/kafka.md.';
    throw new WarehouseError('usage', error.message, hint, { cause: error });
  }
}
