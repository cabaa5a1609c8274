import { resolveSettings } from '../settings';
import { readKafkaSettings } from './settings';

const LEAST = { brokers: 'kafka:9092', topics: 'shop-events' };

it('is off without brokers', () => {
  for (const value of [undefined, null, '', {}, { brokers: '', topics: 'a' }]) {
    expect(readKafkaSettings(value)).toBeUndefined();
  }
  expect(resolveSettings({}).kafka).toBeUndefined();
});

it('fills in what is absent', () => {
  expect(resolveSettings({ kafka: LEAST }).kafka).toEqual({
    brokers: ['kafka:9092'],
    topics: ['shop-events'],
    groupId: 'churnwatch',
    clientId: 'churnwatch',
    startFrom: 'earliest',
    whenLost: 'earliest',
  });
});

it('reads everything, lists also from text with commas', () => {
  const all = {
    brokers: 'a.example:9092, [::1]:9093',
    topics: ['orders', 'clicks', 'orders'],
    groupId: 'shop',
    clientId: 'shop-1',
    startFrom: 'latest',
    whenLost: 'latest',
    tls: { caFile: '/etc/ca.pem', certFile: '/etc/c.pem', keyFile: '/etc/k.pem' },
    sasl: { mechanism: 'SCRAM-SHA-512', username: 'shop', passwordFile: '/run/secrets/kafka' },
  };
  expect(readKafkaSettings(all)).toEqual({
    ...all,
    brokers: ['a.example:9092', '[::1]:9093'],
    topics: ['orders', 'clicks'],
    sasl: { ...all.sasl, mechanism: 'scram-sha-512' },
  });
});

it.each([
  [true, {}],
  ['true', {}],
  [false, undefined],
  ['', undefined],
])('takes tls %j', (tls, expected) => {
  expect(readKafkaSettings({ ...LEAST, tls })?.tls).toEqual(expected);
});

it.each([
  ['kafka', [], 'kafka must be an object'],
  ['an unknown key', { ...LEAST, topic: 'a' }, 'kafka.topic is not known; known: brokers, topics'],
  ['a broker without a port', { ...LEAST, brokers: 'kafka' }, 'kafka.brokers must be addresses'],
  ['a port that does not exist', { ...LEAST, brokers: 'kafka:99999' }, 'not "kafka:99999"'],
  ['a broker with a scheme', { ...LEAST, brokers: 'http://kafka:9092' }, 'kafka.brokers must be addresses'],
  ['no topics', { brokers: 'kafka:9092' }, 'kafka.topics must be names of topics'],
  ['no topics but commas', { ...LEAST, topics: ' , ' }, 'kafka.topics must be names of topics such as shop-events.'],
  ['a topic with a space', { ...LEAST, topics: ['a b'] }, 'not "a b"'],
  ['a number as a topic', { ...LEAST, topics: 7 }, 'not 7'],
  ['an unknown start', { ...LEAST, startFrom: 'now' }, 'kafka.startFrom must be one of earliest, latest, not "now"'],
  ['a group with a space', { ...LEAST, groupId: 'a b' }, 'kafka.groupId must be a name without spaces'],
  ['a relative path', { ...LEAST, tls: { caFile: 'ca.pem' } }, 'kafka.tls.caFile must be an absolute path'],
  ['a certificate without its key', { ...LEAST, tls: { certFile: '/c' } }, 'go together'],
  ['TLS that is a number', { ...LEAST, tls: 1 }, 'kafka.tls must be an object'],
  ['a mechanism that is not known', { ...LEAST, sasl: { mechanism: 'gssapi', username: 'a' } }, 'scram-sha-512'],
  ['no user', { ...LEAST, sasl: { mechanism: 'plain' } }, 'kafka.sasl.username must be the name'],
])('refuses %s', (_what, value, message) => {
  expect(() => readKafkaSettings(value)).toThrow(message);
});

it('refuses a password in the open, and does not repeat it', () => {
  const sasl = { mechanism: 'plain', username: 'a', password: 'hunter2' };
  const reading = (): unknown => readKafkaSettings({ ...LEAST, sasl });
  expect(reading).toThrow('secureJsonData.kafkaPassword');
  expect(reading).not.toThrow('hunter2');
});
