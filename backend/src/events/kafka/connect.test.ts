import { addressOf } from './connect';

it.each([
  ['kafka1:9093', { host: 'kafka1', port: 9093 }],
  ['127.0.0.1:9092', { host: '127.0.0.1', port: 9092 }],
  ['[fd00::1]:9092', { host: 'fd00::1', port: 9092 }],
])('finds %s', (broker, address) => {
  expect(addressOf(broker)).toEqual(address);
});
