import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { messageOf } from '../../warehouse';
import { addressOf, isPrivate } from './private-address';
import { signatureOf } from './sign';

export interface Sending {
  id: string;
  body: string;
  url: URL;
  key: string;
  allowPrivate: boolean;
  /** In ms since 1970-01-01 UTC. */
  at: number;
  timeoutMs: number;
  signal: AbortSignal;
}

/** How an attempt ended: without a failure it was delivered. Failures never hold the address or a secret. */
export interface Attempt {
  failure?: string;
}

/** As much of an answer is taken in; nothing of it is used. */
const MOST_ANSWER_BYTES = 1_024;

const PRIVATE =
  'its name leads to a private address: give a public one, or say allowPrivate: true when it is a tool of your own';

/** Sends a message once; never rejects. */
export function send(sending: Sending): Promise<Attempt> {
  const { url, allowPrivate, timeoutMs, signal } = sending;
  const literal = addressOf(url);
  if (!allowPrivate && literal !== undefined && isPrivate(literal)) return Promise.resolve({ failure: PRIVATE });
  const limit = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const fail = (error: unknown): void =>
      resolve({
        failure: limit.aborted ? `no answer within ${Math.ceil(timeoutMs / 1_000)} s` : withoutAddress(error, url),
      });
    try {
      const request = (url.protocol === 'https:' ? https : http).request(url, {
        method: 'POST',
        // A connection of its own: what it leads to is looked at anew each time.
        agent: false,
        headers: headersOf(sending),
        lookup: allowPrivate ? undefined : publicLookup,
        signal: AbortSignal.any([limit, signal]),
      });
      request.once('error', fail);
      request.once('response', (response) => {
        resolve(attemptOf(response.statusCode ?? 0));
        drain(response);
      });
      request.end(sending.body);
    } catch (error) {
      fail(error);
    }
  });
}

function headersOf({ id, body, key, at }: Sending): Record<string, string | number> {
  const timestamp = Math.floor(at / 1_000);
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Churnwatch',
    'x-churnwatch-delivery': id,
    'x-churnwatch-timestamp': timestamp,
    'x-churnwatch-signature': signatureOf(key, timestamp, body),
  };
}

function attemptOf(status: number): Attempt {
  if (status >= 200 && status < 300) return {};
  const isRedirect = status >= 300 && status < 400;
  return {
    failure: `answered ${status}${isRedirect ? ': redirects are not followed, give the address that it leads to' : ''}`,
  };
}

function drain(response: http.IncomingMessage): void {
  let taken = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    if (taken > MOST_ANSWER_BYTES) response.destroy();
  });
}

/** Looks a name up as ever, and refuses it when any of its addresses is private: these are the ones connected to. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error(`there is no address of ${hostname}`), '');
    if (addresses.some(({ address }) => isPrivate(address))) return callback(new Error(PRIVATE), '');
    if (options.all === true) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/** Many tools put a secret into the path of their addresses. */
function withoutAddress(error: unknown, url: URL): string {
  const text = messageOf(error) || 'the connection failed';
  return text.replaceAll(url.href, url.origin).slice(0, 200);
}
