import { Command } from 'commander';
import { kafkaIn, withKafkaFlags, type KafkaFlags } from './flags';

const read = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
  Object.assign(process.env, variables);
  try {
    const command = withKafkaFlags(new Command('start')).exitOverride();
    return kafkaIn(command.parse([...args], { from: 'user' }).opts<KafkaFlags>(), '/here');
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
};
const LEAST = ['--kafka-brokers', 'a:9092,b:9092', '--kafka-topics', 'orders'];

it('reads nothing without brokers', () => {
  expect(read([])).toBeUndefined();
  expect(read([], { CHURNWATCH_KAFKA_BROKERS: '', CHURNWATCH_KAFKA_TLS: '' })).toBeUndefined();
});

it('reads options, with paths from where the person stands', () => {
  const more = ['--kafka-ca-file', 'ca.pem', '--kafka-sasl', 'plain', '--kafka-username', 'shop'];
  expect(read([...LEAST, ...more, '--kafka-password-file', '/run/secret'])).toMatchObject({
    brokers: ['a:9092', 'b:9092'],
    topics: ['orders'],
    tls: { caFile: '/here/ca.pem' },
    sasl: { mechanism: 'plain', username: 'shop', passwordFile: '/run/secret' },
  });
});

it('takes the environment where an option is absent', () => {
  const variables = {
    CHURNWATCH_KAFKA_BROKERS: 'c:9092',
    CHURNWATCH_KAFKA_TOPICS: 'clicks',
    CHURNWATCH_KAFKA_START_FROM: 'latest',
    CHURNWATCH_KAFKA_TLS: 'true',
  };
  expect(read(['--kafka-topics', 'orders'], variables)).toMatchObject({
    brokers: ['c:9092'],
    topics: ['orders'],
    startFrom: 'latest',
    tls: {},
  });
  expect(read(LEAST, { CHURNWATCH_KAFKA_TLS: 'false' })?.tls).toBeUndefined();
});

it('says what cannot be used, and where to look', () => {
  expect(() => read(['--kafka-brokers', 'a', '--kafka-topics', 'b'])).toThrow(
    expect.objectContaining({ code: 'usage', message: expect.stringContaining('kafka.brokers must be addresses') }),
  );
});
