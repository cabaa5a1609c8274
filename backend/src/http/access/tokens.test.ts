import { hashOf, newToken, readTokens, tokensText, tokenVerifier, type KeptToken } from './tokens';

const NOW = Date.UTC(2026, 0, 1);
const text = newToken();
const token: KeptToken = { name: 'n8n', role: 'operator', sha256: hashOf(text), created: '2026-01-01T00:00:00.000Z' };
const kept = (...tokens: KeptToken[]) => new Map(tokens.map((one) => [one.sha256, one]));
const verifierOf = (...tokens: KeptToken[]) =>
  tokenVerifier(
    () => Promise.resolve(kept(...tokens)),
    () => NOW,
  );

it('makes tokens that nobody guesses, and that are told from other words', () => {
  expect(text).toMatch(/^churnwatch_[\w-]{43}$/);
  expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
  expect(verifierOf().knows(text)).toBe(true);
  expect(verifierOf().knows('eyJ.eyJ.x')).toBe(false);
});

it('keeps nothing of which a token could be made', () => {
  const file = tokensText([token]);
  expect(file).not.toContain(text.slice('churnwatch_'.length));
  expect(readTokens(file)).toEqual([token]);
});

it('knows whose a token is, and for how long', async () => {
  expect(await verifierOf(token).verify(text)).toMatchObject({ caller: { name: 'n8n', role: 'Operator' } });
  const until = (time: string) => verifierOf({ ...token, expires: time }).verify(text);
  expect(await until('2026-01-01T00:00:01Z')).toMatchObject({ expires: NOW + 1_000 });
  expect(await until('2026-01-01T00:00:00Z')).toBeUndefined();
});

it.each(['', 'churnwatch_', text.slice(0, -1), `${text} `, text.toUpperCase(), hashOf(text), token.sha256])(
  'refuses %j',
  async (wrong) => {
    expect(await verifierOf(token).verify(wrong)).toBeUndefined();
  },
);

it('ends an identity with its token, and follows a change of its role', async () => {
  let tokens = kept(token);
  const identity = await tokenVerifier(() => Promise.resolve(tokens)).verify(text);
  tokens = kept({ ...token, role: 'viewer' });
  expect(await identity?.renew()).toMatchObject({ caller: { role: 'Viewer' } });
  tokens = kept();
  expect(await identity?.renew()).toBeUndefined();
});

it.each([
  ['', 'It is not JSON.'],
  ['[]', 'a list "tokens"'],
  ['{"tokens":[1]}', 'Token 1: it must be an object.'],
  [tokensText([{ ...token, name: 'two words' }]), 'Token 1: "name"'],
  [tokensText([{ ...token, sha256: text }]), 'Token 1: "sha256"'],
  [tokensText([{ ...token, expires: 'soon' }]), 'Token 1: "expires"'],
  [
    tokensText([token]).replace('operator', 'Admin'),
    'Token 1: "role" must be one of viewer, analyst, operator, admin.',
  ],
  [tokensText([token, { ...token, sha256: hashOf('x') }]), 'Two tokens are called n8n.'],
])('refuses a file with %j', (file, message) => {
  expect(() => readTokens(file)).toThrow(message);
});
