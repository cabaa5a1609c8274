import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayOf, isRecord, textsIn, writtenDay, type Choices } from '../../contract';
import { AnswerError } from '../ask';

/** What a signed link allows, and until when. Everything that it does not leave free is as the signer set it. */
export interface LinkClaims {
  dashboard: string;
  /** Id of the only panel to be seen; absent: the whole dashboard. */
  panel?: number;
  /** Seconds since 1970 from which on the link is refused. */
  expires: number;
  /** Values of variables, which a visitor cannot change; the others are as the dashboard was saved. */
  variables: Choices;
  /** Names of the variables that a visitor may set; `time` for the time range. */
  free: readonly string[];
  /** Bounds of the time range, as an address writes them; absent: the dashboard's own. */
  from?: string;
  to?: string;
  /** True: customer ids are shown whole, where the settings allow it. */
  fullIds: boolean;
}

/** The word in `free` for the time range. */
export const FREE_TIME = 'time';

/** Longest link (characters) that is looked at. */
const MAX_LENGTH = 4_096;
/** Says what is signed, so that a signature made for something else by the same secret is none here. */
const PURPOSE = 'churnwatch link v1\n';

/** The text of a link: what it allows, and the signature (HMAC-SHA256) of that, each in base64url. */
export function signLink(claims: LinkClaims, secret: string): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${signature(payload, secret)}`;
}

/**
 * What a link allows.
 *
 * @param secret undefined where this server has none
 * @param now in ms
 * @throws AnswerError: 403 for a link that was changed or never signed here, 410 for one that has expired
 */
export function verifyLink(text: string, secret: string | undefined, now: number): LinkClaims {
  if (secret === undefined) throw new AnswerError(403, 'This server has no secret for signed links, so it takes none.');
  const [payload = '', signed = '', ...more] = text.length > MAX_LENGTH ? [] : text.split('.');
  if (more.length > 0 || !isEqual(signed, signature(payload, secret))) throw new AnswerError(403, ALTERED);
  const claims = readClaims(payload);
  if (claims.expires * 1_000 <= now) {
    const day = writtenDay(dayOf(claims.expires * 1_000), 'en');
    throw new AnswerError(410, `This link expired on ${day}. Ask whoever gave it to you for a new one.`);
  }
  return claims;
}

const ALTERED = 'This link is not valid: it was changed or cut off, or made with another secret. Ask for a new one.';

function signature(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(PURPOSE).update(payload).digest('base64url');
}

/** Takes as long whatever is wrong, so that nobody can find a signature piece by piece. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Reads what was signed here; an older or newer Churnwatch may have written it otherwise. */
function readClaims(payload: string): LinkClaims {
  const json: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!isRecord(json) || typeof json.dashboard !== 'string' || typeof json.expires !== 'number') {
    throw new AnswerError(403, ALTERED);
  }
  const variables = Object.entries(isRecord(json.variables) ? json.variables : {});
  return {
    dashboard: json.dashboard,
    panel: typeof json.panel === 'number' ? json.panel : undefined,
    expires: json.expires,
    variables: Object.fromEntries(variables.map(([name, values]) => [name, textsIn(values)])),
    free: textsIn(json.free),
    from: typeof json.from === 'string' ? json.from : undefined,
    to: typeof json.to === 'string' ? json.to : undefined,
    fullIds: json.fullIds === true,
  };
}
