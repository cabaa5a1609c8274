import type { KafkaSettings } from '../../contract';
import { addressOf, connectTo } from './connect';

// Tests cannot load it; what it is told is enough.
jest.mock('@platformatic/kafka', () => ({
  Connection: class {
    constructor(
      readonly clientId: string,
      readonly options: object,
    ) {}
    on(): void {}
    connect(): Promise<void> {
      return Promise.resolve();
    }
  },
}));

it.each([
  ['kafka1:9093', { host: 'kafka1', port: 9093 }],
  ['127.0.0.1:9092', { host: '127.0.0.1', port: 9092 }],
  ['[fd00::1]:9092', { host: 'fd00::1', port: 9092 }],
])('finds %s', (broker, address) => {
  expect(addressOf(broker)).toEqual(address);
});

it.each([
  ['by its name, though the settings have addresses alone', 'kafka1.example', true],
  ['by no name where the cluster tells its address, though the settings have names', '10.0.0.1', false],
])('asks for a broker %s', async (_, host, tlsServerName) => {
  const brokers = ['kafka0.example:9093', '10.0.0.9:9093'].filter((one) => one.startsWith('10.') === tlsServerName);
  const settings = { brokers, clientId: 'churnwatch', tls: {} } as unknown as KafkaSettings;
  expect(await connectTo({ host, port: 9093 }, settings, undefined)).toMatchObject({ options: { tlsServerName } });
});
