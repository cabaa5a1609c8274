import { messageOf } from '../../warehouse';

/** What to do about failures that name themselves by these codes. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nothing listens there'],
  [/ENOTFOUND|EAI_AGAIN/, 'its name is not known'],
  [/ERR_TLS_CERT_ALTNAME/, 'its certificate is of another name'],
  [/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_/, 'its certificate is not trusted: see kafka.tls.caFile'],
  [/UNSUPPORTED_COMPRESSION/, 'zstd needs Node.js 22.15 or later; gzip, snappy and lz4 need nothing'],
  [/EPROTO|ERR_SSL/, 'it does not speak TLS, or refused our certificate'],
];

/** Why a request to Kafka failed, in a sentence or two. */
export function reasonOf(error: unknown): string {
  const causes = [...new Set(leavesOf(error).map(sentenceOf))].slice(0, 3);
  return causes.join(' ');
}

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

function sentenceOf(error: unknown): string {
  const message = messageOf(error).trim().replace(/\.$/, '');
  const code = codesOf(error).join(' ');
  const advice = ADVICE.find(([pattern]) => pattern.test(code))?.[1];
  return advice === undefined ? `${message}.` : `${message}: ${advice}.`;
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const below = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [...own, ...[error.cause, ...below].flatMap(codesOf)];
}
