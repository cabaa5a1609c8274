import { closingAdvice, reasonOf } from './failures';

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

it('says what messages need that are compressed by zstd, and what is there', () => {
  const error = Object.assign(new Error('zstd is not supported in the current Node.js version'), {
    code: 'PLT_KFK_UNSUPPORTED_COMPRESSION',
  });
  expect(reasonOf(error)).toBe(
    `zstd is not supported in the current Node.js version: zstd needs Node.js 22.15 or later, and this is ${process.versions.node}: run a newer one, or have producers compress with gzip, snappy or lz4.`,
  );
});

it('says what it may mean that no answer comes', () => {
  expect(reasonOf(new Error('Request timed out'))).toBe(
    'Request timed out: a broker took it and did not answer, it may hang or have too much to do.',
  );
});

it('says of a broker without TLS that it may have none', () => {
  const handshake = new Error('TLS handshake failed.', {
    cause: Object.assign(new Error('socket'), { code: 'ECONNRESET' }),
  });
  const error = new Error('Connection to kafka:9092 failed.', {
    cause: Object.assign(handshake, { code: 'PLT_KFK_USER' }),
  });
  expect(reasonOf(error)).toBe(
    'Connection to kafka:9092 failed: it ended the handshake, and may not speak TLS at this port (kafka.tls).',
  );
});

it('knows a closed connection by all of its words', () => {
  const closed = new Error('Connection closed while waiting for ready.');
  expect(reasonOf(closed, 'why')).toBe('Connection closed while waiting for ready: why.');
});

it('says which certificate a broker asks for', () => {
  const asked = reasonOf(network('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'));
  expect(asked).toContain('asks for a certificate of its clients: name ours as kafka.tls.certFile');
});

it.each([
  ['no TLS', {}, 'may speak TLS only (kafka.tls)'],
  ['TLS alone', { tls: {} }, 'kafka.tls.certFile and its key as kafka.tls.keyFile, or want a password (kafka.sasl)'],
  ['a password without TLS', { sasl: { mechanism: 'plain', username: 'a' } as const }, 'TLS only (kafka.tls).'],
  ['a password', { tls: {}, sasl: { mechanism: 'plain', username: 'a' } as const }, 'kafka.tls.keyFile.'],
  ['a certificate', { tls: { certFile: '/c', keyFile: '/k' } }, 'may not trust our certificate'],
])('says what a broker may want that closes connections, where we have %s', (_what, settings, words) => {
  expect(reasonOf(new Error('Connection closed'), closingAdvice(settings))).toContain(words);
  expect(reasonOf(new Error('Connection refused'), closingAdvice(settings))).toBe('Connection refused.');
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
