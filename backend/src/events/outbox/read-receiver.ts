import { isAbsolute } from 'node:path';
import { RISK_BANDS, SEGMENTS } from '../../contract';
import { isPublicHttps } from './private-address';
import { flag, mapping, oneOf, someOf, text, WebhooksError, type Mapping } from './reading';
import { NEWS_TYPES, type ReceiverSpec, type SecretSource } from './receiver';

const SECRET_KEYS = ['secretEnv', 'secretFile', 'secretKey'] as const;
const KEYS = ['name', 'url', ...SECRET_KEYS, 'events', 'segments', 'fromBands', 'ids', 'allowPrivate'];
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/**
 * One entry of `receivers`.
 *
 * @param place for messages, such as `webhooks.yaml, receiver 2`
 * @throws WebhooksError
 */
export function readReceiver(value: unknown, place: string): ReceiverSpec {
  const given = mapping(value, place, KEYS);
  const name = text(
    given.name,
    `${place}, name`,
    NAME,
    'a text of 1 to 40 letters, digits, dots, hyphens and underscores that begins with a letter or digit',
  );
  const here = `${place} "${name}"`;
  const allowPrivate = flag(given.allowPrivate, `${here}, allowPrivate`);
  return {
    name,
    url: addressIn(given.url, `${here}, url`, allowPrivate),
    secret: secretIn(given, here),
    events: someOf(given.events, `${here}, events`, NEWS_TYPES, NEWS_TYPES),
    segments: someOf(given.segments, `${here}, segments`, SEGMENTS, []),
    fromBands: someOf(given.fromBands, `${here}, fromBands`, RISK_BANDS, []),
    ...(given.ids === undefined ? {} : { ids: oneOf(given.ids, `${here}, ids`, ['full', 'short'] as const) }),
    allowPrivate,
  };
}

/** The address is never shown whole: many tools put a secret into its path. */
function addressIn(value: unknown, place: string, allowPrivate: boolean): URL {
  const given = typeof value === 'string' && value.length <= 2_000 ? value.trim() : '';
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    throw new WebhooksError(`${place}: there must be an address such as https://hooks.example.com/churn.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new WebhooksError(`${place}: leave name and password out of the address: receivers check the signature.`);
  }
  if (!allowPrivate && !isPublicHttps(url)) {
    throw new WebhooksError(
      `${place}: ${url.origin} is a private address or without encryption; use https and a public one, or say ` +
        'allowPrivate: true when it is a tool of your own.',
    );
  }
  url.hash = '';
  return url;
}

function secretIn(given: Mapping, place: string): SecretSource {
  const named = SECRET_KEYS.filter((key) => given[key] !== undefined && given[key] !== null);
  const [key] = named;
  if (key === undefined || named.length > 1) {
    throw new WebhooksError(
      `${place}: there must be one of secretEnv (a variable of the environment), secretFile (the path of a file) ` +
        'and secretKey (a secure setting of the data source).',
    );
  }
  const value = given[key];
  if (key === 'secretFile') {
    if (typeof value === 'string' && isAbsolute(value)) return { secretFile: value };
    throw new WebhooksError(`${place}, secretFile: there must be the absolute path of a file.`);
  }
  const variable = typeof value === 'string' && VARIABLE.test(value) ? value : undefined;
  if (variable !== undefined) return key === 'secretEnv' ? { secretEnv: variable } : { secretKey: variable };
  // Whoever put the secret itself here does not want to find it in a log.
  throw new WebhooksError(`${place}, ${key}: there must be a name, not the secret itself.`);
}
