import { createHmac } from 'node:crypto';
import { AnswerError } from '../ask';
import { signLink, verifyLink, type LinkClaims } from './link';

const SECRET = 'a secret that is long enough to be one';
const NOW = Date.UTC(2026, 0, 1);
const claims: LinkClaims = {
  dashboard: 'shop',
  panel: 9,
  expires: NOW / 1_000 + 60,
  variables: { state: ['SP', 'RJ'] },
  free: ['category'],
  from: '2018-01-01',
  to: 'now',
  fullIds: false,
};

const refusal = (text: string, secret?: string, now = NOW): AnswerError => {
  try {
    verifyLink(text, secret, now);
  } catch (error) {
    if (error instanceof AnswerError) return error;
    throw error;
  }
  throw new Error('The link was taken.');
};

/** The link with its content changed and the old signature. */
function changed(text: string, change: object): string {
  const [payload = '', signature] = text.split('.');
  const json = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...change };
  return `${Buffer.from(JSON.stringify(json)).toString('base64url')}.${signature}`;
}

it('says what was signed, until it expires', () => {
  const link = signLink(claims, SECRET);
  expect(link).toMatch(/^[\w-]+\.[\w-]{43}$/);
  expect(verifyLink(link, SECRET, NOW)).toEqual(claims);
  expect(verifyLink(link, SECRET, NOW + 59_999)).toEqual(claims);
});

it.each([
  ['another dashboard', { dashboard: 'customer' }],
  ['the whole dashboard', { panel: undefined }],
  ['another panel', { panel: 10 }],
  ['a later end', { expires: claims.expires + 1 }],
  ['other values', { variables: {} }],
  ['more that is free', { free: ['category', 'state'] }],
  ['another range', { from: '2010-01-01' }],
  ['whole ids', { fullIds: true }],
])('refuses a link that was changed to %s', (_, change) => {
  expect(refusal(changed(signLink(claims, SECRET), change), SECRET)).toMatchObject({
    statusCode: 403,
    message: expect.stringContaining('was changed or cut off'),
  });
});

it.each([
  ['nothing', () => ''],
  ['no signature', (link: string) => link.split('.')[0] ?? ''],
  ['an empty signature', (link: string) => `${link.split('.')[0]}.`],
  ['a signature that is cut off', (link: string) => link.slice(0, -1)],
  ['a signature with something behind it', (link: string) => `${link}.${link}`],
  ['another writing of the same signature', (link: string) => `${link}=`],
  ['something absurdly long', (link: string) => link.padEnd(5_000, 'A')],
  ['signs of other alphabets', () => '\u0000\ud800.\u00e9'],
])('refuses %s', (_, make) => {
  expect(refusal(make(signLink(claims, SECRET)), SECRET).statusCode).toBe(403);
});

it('refuses what another secret signed, or this one for something else', () => {
  const link = signLink(claims, SECRET);
  expect(refusal(link, `${SECRET}!`).statusCode).toBe(403);
  const [payload = ''] = link.split('.');
  const bare = createHmac('sha256', SECRET).update(payload).digest('base64url');
  expect(refusal(`${payload}.${bare}`, SECRET).statusCode).toBe(403);
});

it('says when a link expired, and only of a link that is its own', () => {
  const link = signLink(claims, SECRET);
  const later = claims.expires * 1_000;
  expect(refusal(link, SECRET, later)).toMatchObject({
    statusCode: 410,
    message: expect.stringContaining('expired on Jan 1, 2026.'),
  });
  expect(refusal(`${link}x`, SECRET, later).statusCode).toBe(403);
});

it('takes none without a secret', () => {
  expect(refusal(signLink(claims, SECRET), undefined).message).toContain('has no secret');
});
