import type { KafkaSettings } from '../../contract';
import { messageOf } from '../../warehouse';

const NAME_CERTIFICATE = 'name ours as kafka.tls.certFile and its key as kafka.tls.keyFile';

/** What to do about failures that name themselves by these codes. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nothing listens there'],
  [/ENOTFOUND|EAI_AGAIN/, 'its name is not known'],
  [/ERR_TLS_CERT_ALTNAME/, 'its certificate is of another name'],
  [/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_/, 'its certificate is not trusted: see kafka.tls.caFile'],
  [
    /UNSUPPORTED_COMPRESSION/,
    `zstd needs Node.js 22.15 or later, and this is ${process.versions.node}: run a newer one, or have producers compress ` +
      'with gzip, snappy or lz4',
  ],
  [/CERTIFICATE_REQUIRED/, `it asks for a certificate of its clients: ${NAME_CERTIFICATE}`],
  [/PLT_KFK_USER ECONNRESET/, 'it ended the handshake, and may not speak TLS at this port (kafka.tls)'],
  [/EPROTO|ERR_SSL/, 'it does not speak TLS, or refused our certificate'],
];

/**
 * Why a request to Kafka failed, in a sentence or two.
 *
 * @param onClosing what to do about a connection that the broker closes without a word
 */
export function reasonOf(error: unknown, onClosing?: string): string {
  const causes = [...new Set(leavesOf(error).map((one) => sentenceOf(one, onClosing)))].slice(0, 3);
  return causes.join(' ');
}

/** What a broker may want that closes connections without a word, by what our settings have. */
export function closingAdvice({ tls, sasl }: Pick<KafkaSettings, 'tls' | 'sasl'>): string {
  const password = sasl ? '' : ', or want a password (kafka.sasl)';
  if (!tls) return `the broker may speak TLS only (kafka.tls)${password}`;
  if (tls.certFile === undefined) {
    return `the broker may ask for a certificate of its clients: ${NAME_CERTIFICATE}${password}`;
  }
  return 'the broker may not trust our certificate (kafka.tls.certFile): have its authority among those that the broker trusts';
}

/** Of the client's words for a connection that the other side has ended. */
const CLOSED = /^Connection closed( while waiting for ready)?$/;

/** Of its words for a request that was taken and not answered; no code tells it from what else befalls a connection. */
const UNANSWERED = /^Request timed out$/;

/** What lies at the bottom of errors that only say that others happened, or that a connection failed. */
function leavesOf(error: unknown, depth = 0): unknown[] {
  if (depth > 8) return [error];
  if (isRefusal(error)) return [error, error.cause];
  const below = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  const known = below.filter((one) => one instanceof Error);
  return known.length === 0 ? [error] : known.flatMap((one) => leavesOf(one, depth + 1));
}

/** A broker was reached, and did not let us in: the connection's own error does not tell. */
function isRefusal(error: unknown): error is Error & { cause: Error } {
  return error instanceof Error && error.cause instanceof Error && codesOf(error.cause)[0] === 'PLT_KFK_AUTHENTICATION';
}

function sentenceOf(error: unknown, onClosing: string | undefined): string {
  const message = messageOf(error).trim().replace(/\.$/, '');
  const code = codesOf(error).join(' ');
  const known = ADVICE.find(([pattern]) => pattern.test(code))?.[1];
  const advice = known ?? adviceOnWords(message, onClosing);
  return advice === undefined ? `${message}.` : `${message}: ${advice}.`;
}

function adviceOnWords(message: string, onClosing: string | undefined): string | undefined {
  if (UNANSWERED.test(message)) return 'a broker took it and did not answer, it may hang or have too much to do';
  return CLOSED.test(message) ? onClosing : undefined;
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const below = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [...own, ...[error.cause, ...below].flatMap(codesOf)];
}
