import { createHmac } from 'node:crypto';

/**
 * What a receiver checks: HMAC-SHA256 over `<timestamp>.<body>`, in hex behind the version of the scheme.
 *
 * @param timestamp seconds since 1970-01-01 UTC
 */
export function signatureOf(key: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
}
