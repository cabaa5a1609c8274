import { reasonOf } from './failures';

const network = (code: string, message = 'Connection to kafka:9092 failed.'): Error =>
  new Error(message, { cause: Object.assign(new Error('socket'), { code }) });

it('tells what lies at the bottom, once', () => {
  const inner = new AggregateError([network('ECONNREFUSED'), network('ECONNREFUSED')], 'Cannot connect.');
  expect(reasonOf(new AggregateError([inner], 'metadata failed 1 times.'))).toBe(
    'Connection to kafka:9092 failed: nothing listens there.',
  );
});

it.each([
  ['ENOTFOUND', 'its name is not known'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'kafka.tls.caFile'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'another name'],
  ['EPROTO', 'does not speak TLS'],
])('says what %s means', (code, words) => {
  expect(reasonOf(network(code))).toContain(words);
});

it('says that a broker did not let us in', () => {
  const cause = Object.assign(new Error('SASL authentication failed.'), { code: 'PLT_KFK_AUTHENTICATION' });
  expect(reasonOf(new Error('Connection to kafka:9093 failed.', { cause }))).toBe(
    'Connection to kafka:9093 failed. SASL authentication failed.',
  );
});

it('tells the rest as it is', () => {
  expect(reasonOf(new Error('Authentication failed'))).toBe('Authentication failed.');
  expect(reasonOf('odd')).toBe('odd.');
});
